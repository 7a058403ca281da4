using System.Text.Json;

namespace EasGen.Cli.Terminal;

/// <summary>Values for a report that a program reads, without secrets.</summary>
internal static class HiddenJson
{
    /// <param name="value">The value; null for none.</param>
    /// <param name="hide">Hides the secrets in a text.</param>
    public static JsonElement? Of(JsonNode? value, Func<string, string> hide) =>
        value is null ? null : JsonDocument.Parse(Hidden(value, hide).ToString()).RootElement;

    // A number that is a secret is a text once it is hidden.
    private static JsonNode Hidden(JsonNode value, Func<string, string> hide)
    {
        if (value.Kind == JsonKind.Array)
            return JsonNode.Array(value.Items.Select(item => Hidden(item, hide)));
        if (value.Kind != JsonKind.Object)
            return hide(value.Text) is var text && text != value.Text ? JsonNode.String(text) : value;
        var made = JsonNode.Object();
        foreach (var member in value.Members)
            made.Add(hide(member.Key), Hidden(member.Value, hide));
        return made;
    }
}
