namespace EasGen.Core;

/// <summary>Text, or a JSON object that EAS hands on without looking into it. Features hold the object as JSON on one line.</summary>
internal sealed class OpaqueRow(string name, string? path) : Row(name, path)
{
    /// <summary>True when any JSON may stand there, and not only text and objects.</summary>
    public bool IsAny { get; init; }

    public override string Expected => "text in quotes or an object in braces";

    public override bool Accepts(object value) => value is string;

    public override object? FromArgument(object value) => value is string text ? Object(text)?.ToString() ?? text : null;

    public override JsonNode ToJson(object value) => Object((string)value) ?? JsonNode.Text((string)value);

    public override object? FromJson(JsonNode json) => json.Kind switch
    {
        JsonKind.Text => FromArgument(json.Simple),
        JsonKind.Object => json.ToString(),
        _ => null,
    };

    private JsonNode? Object(string text) =>
        IsAny || text.TrimStart().StartsWith("{", StringComparison.Ordinal) ? JsonParser.Parse(text, out _) : null;
}
