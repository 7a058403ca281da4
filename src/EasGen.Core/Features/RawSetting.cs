namespace EasGen.Core.Features;

/// <summary>Any key of the JSON, with any value: what the other features lack, and what a file has that nobody knows.</summary>
internal static class RawSetting
{
    public static readonly StringSetting Pointer = new("JsonPointer", null);
    public static readonly JsonSetting Json = new("Json", null) { IsAny = true };

    public static readonly Rule EAS0006_PointerHasForm = Rule.Error("EAS0006", "Raw setting has no valid JSON pointer")
        .When(Pointer, static service =>
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
                        $"'{raw[Pointer]}' is not a JSON pointer; "
                        + $"write one such as \"/metadata/key\", with '~1' for a slash and '~0' for a tilde in a key");
            }
        });

    public static readonly Rule EAS0007_ValueIsJson = Rule.Error("EAS0007", "Raw setting is not JSON")
        .When(Pointer, static service =>
        {
            foreach (var raw in service.All(Pointer))
            {
                var json = raw[Json] ?? "";
                if (JsonParser.Parse(json, out var problem) is null)
                    service.Report(
                        raw.At(Json),
                        $"The value of {Quoted(raw)} is not JSON: {JsonProblem.Place(json, problem!.At)}: {problem.Message}");
            }
        });

    public static readonly FeatureType FeatureType = new("RawSetting", "", [Pointer, Json]) { Arguments = 2, PointerSetting = Pointer };

    public static readonly Rule[] Rules = [EAS0006_PointerHasForm, EAS0007_ValueIsJson];

    /// <summary>The address of the attribute itself, where its JSON pointer is that of a setting that others say too.</summary>
    public static string Whole(AddressedFeature raw) => raw.Pointer + "/[RawSetting]";

    /// <summary>True when somebody says more of what stands at the pointer than attributes do.</summary>
    public static bool IsInside(Inspection service, string pointer) =>
        service.All(Pointer).Any(raw => raw.Place.IsBelow(pointer));

    /// <summary>True when a raw setting says what stands at the pointer.</summary>
    public static bool IsSaid(Inspection service, string pointer) => service.All(Pointer).Any(raw => Says(raw.Feature, pointer));

    /// <summary>False when the raw setting takes no place in what stands at the pointer, whatever it says.</summary>
    public static bool MaySay(Feature raw, string pointer) => raw[Pointer] is { Length: > 0 } own
        && (JsonPointer.IsAtOrAbove(own, pointer) || JsonPointer.IsAtOrAbove(pointer, own));

    /// <summary>True when the raw setting takes the place: it is a value there, in something that stands there, or in the way.</summary>
    public static bool Says(Feature raw, string place)
    {
        if (raw[Pointer] is not { Length: > 0 } pointer || !JsonPointer.IsAtOrAbove(pointer, place))
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
    private static string Quoted(AddressedFeature raw) =>
        $"'{(JsonPointer.IsValid(raw.Pointer) ? JsonPointer.Spoken(raw.Pointer) : raw.Pointer)}'";

    public static Feature Of(string pointer, JsonNode json) => new(FeatureType, [pointer, json.ToString()]);
}
