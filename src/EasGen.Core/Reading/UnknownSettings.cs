using EasGen.Core.Catalog;
using EasGen.Core.Features;

namespace EasGen.Core.Reading;

/// <summary>What no setting takes: it is reported, and kept as a raw setting, so that nothing is lost.</summary>
internal sealed class UnknownSettings(List<Finding> findings)
{
    private const int Most = 40;

    private readonly List<Feature> kept = [];

    public IReadOnlyList<Feature> Kept => kept;

    /// <summary>What stands there, on one line and short enough for a message.</summary>
    public static Message Describe(JsonNode json)
    {
        var text = json.ToString();
        if (text.Length > Most)
            text = text.Substring(0, char.IsHighSurrogate(text[Most - 1]) ? Most - 1 : Most) + "…";
        return json.Kind switch
        {
            JsonKind.String => (Message)$"the text {text}",
            JsonKind.Number => $"the number {text}",
            JsonKind.Array => $"the list {text}",
            JsonKind.Object => $"the object {text}",
            _ => $"{text}",
        };
    }

    public void Keep(string pointer, JsonNode json) => kept.Add(RawSetting.Of(pointer, Once(pointer, json)));

    // Of a key that is given twice the first stays, as everywhere.
    private JsonNode Once(string pointer, JsonNode json)
    {
        if (json.Kind == JsonKind.Array)
            return JsonNode.Array(json.Items.Select((item, index) => Once(FormattableString.Invariant($"{pointer}/{index}"), item)));
        if (json.Kind != JsonKind.Object)
            return json;
        var made = JsonNode.Object();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in json.Members)
        {
            var at = $"{pointer}/{JsonPointer.Escape(member.Key)}";
            if (keys.Add(member.Key))
                made.Add(member.Key, Once(at, member.Value));
            else
                findings.Add(new(
                    GeneralRules.EAS0003_SettingIsGivenOnce,
                    at,
                    $"'{JsonPointer.Spoken(at)}' is given twice; keep one of them")
                {
                    Bytes = member.Value.OneLine,
                });
        }
        return made;
    }

    public void Mistyped(string pointer, JsonNode json, string expected)
    {
        findings.Add(new(
            GeneralRules.EAS0002_ValueHasType,
            pointer,
            $"{(pointer.Length == 0 ? "The file" : $"'{JsonPointer.Spoken(pointer)}'")} expects {expected}, but this is {Describe(json)}"));
        if (pointer.Length > 0)
            Keep(pointer, json);
    }

    public void Unknown(string key, JsonNode json, SchemaNode schema, string pointer)
    {
        NotKnown(key, schema, pointer);
        Keep(pointer, json);
    }

    /// <summary>An item that has the key of no kind: one that EasGen does not know, or none at all.</summary>
    public void UnknownKind(JsonNode item, SchemaNode schema, string pointer)
    {
        var unknown = item.Members.Where(member => schema.Member(member.Key, member.Value) is null).ToArray();
        foreach (var member in unknown)
        {
            var at = $"{pointer}/{JsonPointer.Escape(member.Key)}";
            if (member.Value.Kind == JsonKind.Object && Nearest.Key(member.Key, schema) is null)
                findings.Add(new(
                    Mount.EAS0110_KindIsDocumented,
                    at,
                    $"'{member.Key}' is an undocumented kind of mount; EasGen keeps it as it is and cannot check it"));
            else
                NotKnown(member.Key, schema, at);
        }
        if (unknown.Length == 0)
            findings.Add(new(
                Mount.EAS0404_MountHasOneSource,
                pointer,
                $"The mount has no source; give it one of {string.Join(", ", schema.Kinds)}"));
        Keep(pointer, item);
    }

    private void NotKnown(string key, SchemaNode schema, string pointer) =>
        findings.Add(new(
            GeneralRules.EAS0004_KeyIsKnown,
            pointer,
            $"'{JsonPointer.Spoken(pointer)}' is not a known setting; {Nearest.Advice(key, schema)}"));
}
