using System.Text;
using EasGen.Core.Catalog;

namespace EasGen.Core.Files;

/// <summary>Fills the placeholders of a service JSON.</summary>
internal static class PlaceholderFill
{
    /// <summary>
    /// The JSON with the values filled in. A text that is a placeholder as a whole, where a number or a switch belongs, becomes one
    /// if its value can be one: <c>"instance": "${INSTANCES}"</c> is then <c>"instance": 4</c>. What has no value stays.
    /// </summary>
    /// <param name="json">The service JSON.</param>
    /// <param name="valueOf">The value of a name; null when it is not known.</param>
    public static string Fill(string json, Func<string, string?> valueOf)
    {
        if (json.IndexOf("${", StringComparison.Ordinal) < 0)
            return json;
        var bytes = Encoding.UTF8.GetBytes(json);
        if (JsonFile.Read(bytes).Root is not { } root)
            return json;
        var bare = new List<(JsonNode Node, string Value)>();
        Collect(root, FeatureCatalog.Schema, valueOf, bare);
        var text = new StringBuilder(json.Length);
        var start = JsonFile.Start(bytes);
        var done = 0;
        foreach (var (node, value) in bare)
        {
            text.Append(Encoding.UTF8.GetString(bytes, done, start + node.Start - done)).Append(value);
            done = start + node.End;
        }
        text.Append(Encoding.UTF8.GetString(bytes, done, bytes.Length - done));
        return Placeholder.Fill(text.ToString(), valueOf);
    }

    // In the order of the text.
    private static void Collect(JsonNode json, SchemaNode schema, Func<string, string?> valueOf, List<(JsonNode, string)> bare)
    {
        if (json.Kind == JsonKind.String && Bare(json, schema, valueOf) is { } value)
            bare.Add((json, value));
        foreach (var member in json.Members)
        {
            var inner = json.Kind == JsonKind.Array ? (schema.IsList ? schema.Item : null) : schema.Member(member.Key, member.Value);
            if (inner is not null)
                Collect(member.Value, inner, valueOf, bare);
        }
    }

    private static string? Bare(JsonNode json, SchemaNode schema, Func<string, string?> valueOf)
    {
        if (schema.Settings.Count == 0
            || schema.Settings.Any(known => known.Setting.FromJson(json) is not null)
            || Placeholder.WholeName(json.Text) is not { } name
            || valueOf(name) is not { } value
            || JsonParser.Parse(value, out _) is not { Kind: JsonKind.Number or JsonKind.Boolean } filled)
            return null;
        return schema.Settings.Any(known => known.Setting.FromJson(filled) is not null) ? value.Trim() : null;
    }
}
