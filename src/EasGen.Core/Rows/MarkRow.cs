namespace EasGen.Core;

/// <summary>
/// A text that stands in the JSON because the feature is there, and by which the feature is known when it is read:
/// <c>"type": "Async"</c>. No attribute says it. What else stands there is a value too, for its rule to refuse.
/// </summary>
internal sealed class MarkRow : Row
{
    public MarkRow(string name, string path, string text)
        : base(name, path) => Written = Text = text;

    public string Text { get; }

    /// <summary>True when a rule of its rooms says that there can be one of them, so that the general one need not.</summary>
    public bool HasOwnRule { get; init; }

    /// <summary>True when the JSON holds the text, and not another.</summary>
    public bool IsIn(JsonNode json) => (string?)FromJson(json) == Text;

    public override string Expected => JsonText.Quote(Text);

    public override bool Accepts(object value) => value is string;

    public override object? FromArgument(object value) => null;

    public override JsonNode ToJson(object value) => JsonNode.Text((string)value);

    public override object? FromJson(JsonNode json) => json.Kind == JsonKind.Text || (json.Kind == JsonKind.Switch && json.Simple == Text) ? json.Simple : null;

    public override bool IsUsual(JsonNode json) => json.Kind == JsonKind.Text;
}
