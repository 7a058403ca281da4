namespace EasGen.Core.Settings;

/// <summary>Text.</summary>
internal sealed class StringSetting(string name, string? path) : Setting(name, path)
{
    private LazyRegex? form;

    /// <summary>What the JSON puts in front of the value and people may leave out.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>
    /// The form of the text, as a regular expression that .NET and JavaScript understand alike; what has another is certainly
    /// wrong.
    /// </summary>
    public string? Pattern { get; init; }

    /// <summary>The placeholder that a secret is replaced with; null when the text is no secret.</summary>
    public string? Secret { get; init; }

    /// <summary>True when numbers and switches are seen in its place, and mean their text.</summary>
    public bool TakesNumbers { get; init; }

    public override string Expected => "text";

    public override string ExpectedInsteadOf(JsonNode json) =>
        json.Kind is JsonKind.Number or JsonKind.Boolean ? "text in quotes" : Expected;

    /// <summary>True when the text has the form of the setting, or is not known before a placeholder is filled.</summary>
    public bool Matches(string text) => Pattern is null || Placeholder.IsIn(text) || (form ??= new LazyRegex(Whole(Pattern))).IsMatch(text);

    public override bool Accepts(object value) => value is string;

    public override object? FromArgument(object value) => value is string text ? Bare(text) : null;

    public override JsonNode ToJson(object value) => JsonNode.String(IsWhole((string)value) ? (string)value : Prefix + (string)value);

    public override object? FromJson(JsonNode json) => json.Kind switch
    {
        JsonKind.String => Bare(json.Text),
        JsonKind.Number or JsonKind.Boolean when TakesNumbers => json.Text,
        _ => null,
    };

    public override bool IsUsual(JsonNode json) => json.Kind == JsonKind.String;

    // Only what gets the prefix again loses it.
    private string Bare(string text) =>
        text.StartsWith(Prefix, StringComparison.Ordinal) && text.Substring(Prefix.Length) is var bare && !IsWhole(bare) ? bare : text;

    // Empty, filled in later with all that belongs to it, or with the prefix for a reason of its own.
    private bool IsWhole(string text) =>
        text.Length == 0 || Placeholder.IsAtStart(text) || (Prefix.Length > 0 && text.StartsWith(Prefix, StringComparison.Ordinal));

    // In .NET a final $ also stands before a line break at the end.
    private static string Whole(string pattern) =>
        pattern.EndsWith("$", StringComparison.Ordinal) ? pattern.Substring(0, pattern.Length - 1) + @"\z" : pattern;
}
