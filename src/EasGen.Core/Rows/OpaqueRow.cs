namespace EasGen.Core;

/// <summary>
/// Text, or a JSON object that EAS hands on without looking into it. Features hold the object as JSON on one line, and a text
/// that looks like one, or like a text in quotes, in quotes.
/// </summary>
internal sealed class OpaqueRow(string name, string? path) : Row(name, path)
{
    /// <summary>True when any JSON may stand there, and not only text and objects.</summary>
    public bool IsAny { get; init; }

    public override string Expected => "text or an object { … }";

    public override bool Accepts(object value) => value is string;

    public override object? FromArgument(object value) => value is string text ? Parsed(text)?.ToString() ?? text : null;

    public override JsonNode ToJson(object value) => Parsed((string)value) ?? JsonNode.Text((string)value);

    public override object? FromJson(JsonNode json) => json.Kind switch
    {
        _ when IsAny => json.ToString(),
        JsonKind.Text => Parsed(json.Simple) is null ? json.Simple : json.ToString(),
        JsonKind.Object => json.ToString(),
        _ => null,
    };

    private JsonNode? Parsed(string text) =>
        IsAny || (text.TrimStart() is { Length: > 0 } json && json[0] is '{' or '"') ? JsonParser.Parse(text, out _) : null;
}
