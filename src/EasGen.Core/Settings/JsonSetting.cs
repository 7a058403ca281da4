namespace EasGen.Core.Settings;

/// <summary>
/// Text, or a JSON object that EAS hands on without looking into it. Features hold the object as JSON on one line, and a text
/// that looks like one, or like a text in quotes, in quotes.
/// </summary>
internal sealed class JsonSetting(string name, string? path) : Setting(name, path)
{
    /// <summary>True when any JSON may stand there, and not only text and objects.</summary>
    public bool IsAny { get; init; }

    public override string Expected => "text or an object { … }";

    public override bool Accepts(object value) => value is string;

    public override object? FromArgument(object value) => value is string text ? Parsed(text)?.ToString() ?? text : null;

    public override JsonNode ToJson(object value) => Parsed((string)value) ?? JsonNode.String((string)value);

    public override object? FromJson(JsonNode json) => json.Kind switch
    {
        _ when IsAny => json.ToString(),
        JsonKind.String => Parsed(json.Text) is null ? json.Text : json.ToString(),
        JsonKind.Object => json.ToString(),
        _ => null,
    };

    private JsonNode? Parsed(string text) =>
        IsAny || (text.TrimStart() is { Length: > 0 } json && json[0] is '{' or '"') ? JsonParser.Parse(text, out _) : null;
}
