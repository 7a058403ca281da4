namespace EasGen.Core.Settings;

/// <summary>
/// A text that stands in the JSON because the feature is there, and by which the feature is known when it is read:
/// <c>"type": "Async"</c>. No attribute says it. What else stands there is a value too, for its rule to refuse.
/// </summary>
internal sealed class ConstantSetting : Setting
{
    public ConstantSetting(string name, string path, string text)
        : base(name, path) => Written = Text = text;

    public string Text { get; }

    /// <summary>True when a rule of its feature types says that there can be one of them, so that the general one need not.</summary>
    public bool HasOwnRule { get; init; }

    /// <summary>True when the JSON holds the text, and not another.</summary>
    public bool IsIn(JsonNode json) => (string?)FromJson(json) == Text;

    public override string Expected => JsonText.Quote(Text);

    public override bool Accepts(object value) => value is string;

    public override object? FromArgument(object value) => null;

    public override bool FitsAttribute(object value) => (string)value == Text;

    public override JsonNode ToJson(object value) => JsonNode.String((string)value);

    public override object? FromJson(JsonNode json) =>
        json.Kind == JsonKind.String || (json.Kind == JsonKind.Boolean && json.Text == Text) ? json.Text : null;

    public override bool IsUsual(JsonNode json) => json.Kind == JsonKind.String;
}
