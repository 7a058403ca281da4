namespace EasGen.Core.Rooms;

/// <summary>Any key of the JSON, with any value: what the other features lack, and what a file has that nobody knows.</summary>
internal static class RawSetting
{
    public static readonly TextRow Pointer = new("JsonPointer", null);
    public static readonly OpaqueRow Json = new("Json", null) { IsAny = true };

    public static readonly Rule EAS0006_PointerHasForm = Rule.Error("EAS0006", "Raw setting has no valid JSON pointer")
        .When(static service =>
        {
            foreach (var raw in service.All(Pointer))
            {
                if (raw[Pointer] is { } deep && JsonPointer.Depth(deep) > JsonPointer.Deepest)
                    service.Report(
                        raw.At(Pointer),
                        $"The JSON pointer has {JsonPointer.Depth(deep)} parts; use at most {JsonPointer.Deepest}");
                else if (raw[Pointer] is not { } pointer || !JsonPointer.IsValid(pointer))
                    service.Report(
                        raw.At(Pointer),
                        $"'{raw[Pointer]}' is not a JSON pointer; write one such as \"/metadata/key\", with '~1' for a slash and '~0' for a tilde in a key");
            }
        });

    public static readonly Rule EAS0007_ValueIsJson = Rule.Error("EAS0007", "Raw setting is not JSON")
        .When(static service =>
        {
            foreach (var raw in service.All(Pointer))
            {
                if (JsonParser.Parse(raw[Json] ?? "", out var problem) is null)
                    service.Report(raw.At(Json), $"The value of {Quoted(raw)} is not JSON ({problem}); write it as in a JSON file, with text in quotes");
            }
        });

    public static readonly Rule EAS0008_PlaceIsFree = Rule.Error("EAS0008", "Raw setting conflicts with another setting")
        .When(static service =>
        {
            foreach (var (index, problem) in ServiceWriter.Unmerged(service.Service))
                service.Report(Whole(service.All(Pointer).ElementAt(index)), problem, Fix.Remove);
        });

    public static readonly Rule EAS0009_AttributeIsUsed = Rule.Warning("EAS0009", "Raw setting that an attribute can say")
        .When(static service =>
        {
            // What meets another setting has to go anyway.
            var raws = service.All(Pointer);
            foreach (var raw in raws.Except(ServiceWriter.Unmerged(service.Service).Select(unmerged => raws[unmerged.Index])))
            {
                if (raw[Pointer] is not { } pointer || !JsonPointer.IsValid(pointer) || JsonParser.Parse(raw[Json] ?? "", out _) is not { } json)
                    continue;
                if (Typed.Of(pointer, json) is not { } typed)
                    continue;
                var isThere = service.Features.Any(there => there.Feature.Room == typed.Features[0].Room && there.Pointer == typed.Place);
                service.Report(Whole(raw), $"'{JsonPointer.Spoken(pointer)}' has an attribute; write {typed.ToString()} instead", Fix.Move(typed, isThere));
            }
        });

    public static readonly Room Room = new(
        "RawSetting",
        "",
        [Pointer, Json],
        [EAS0006_PointerHasForm, EAS0007_ValueIsJson, EAS0008_PlaceIsFree, EAS0009_AttributeIsUsed])
    {
        Arguments = 2,
    };

    /// <summary>The address of the attribute itself, where its JSON pointer is that of a setting that others say too.</summary>
    public static string Whole(Placed raw) => raw.Pointer + "/[RawSetting]";

    /// <summary>True when somebody says more of what stands at the pointer than attributes do.</summary>
    public static bool IsInside(Inspection service, string pointer) =>
        service.All(Pointer).Any(raw => raw.Pointer.StartsWith(pointer + "/", StringComparison.Ordinal));

    /// <summary>True when a raw setting says what stands at the pointer.</summary>
    public static bool IsSaid(Inspection service, string pointer) => service.All(Pointer).Any(raw => Says(raw.Feature, pointer));

    /// <summary>True when the raw setting takes the place: it is a value there, in something that stands there, or in the way.</summary>
    public static bool Says(Feature raw, string place)
    {
        if (raw[Pointer] is not { Length: > 0 } pointer || (place != pointer && !place.StartsWith(pointer + "/", StringComparison.Ordinal)))
            return false;
        var json = JsonParser.Parse(raw[Json] ?? "", out _);
        foreach (var segment in JsonPointer.Segments(place.Substring(pointer.Length)))
        {
            if (json?.Kind != JsonKind.Object)
                break;
            json = json.Find(segment);
            if (json is null)
                return false;
        }
        return true;
    }

    // What is not a pointer can only be quoted as it is.
    private static string Quoted(Placed raw) => $"'{(JsonPointer.IsValid(raw.Pointer) ? JsonPointer.Spoken(raw.Pointer) : raw.Pointer)}'";

    public static Feature Of(string pointer, JsonNode json) => new(Room, [pointer, json.ToString()]);
}
