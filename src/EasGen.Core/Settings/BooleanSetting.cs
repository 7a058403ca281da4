namespace EasGen.Core.Settings;

/// <summary>On or off.</summary>
internal sealed class BooleanSetting(string name, string? path) : Setting(name, path)
{
    /// <summary>What the JSON says for on; some keys hold the opposite (<c>disable_…</c>), a number or a text.</summary>
    public JsonNode On { get; init; } = JsonNode.Boolean(true);

    public JsonNode Off { get; init; } = JsonNode.Boolean(false);

    /// <summary>True when the form of <see cref="On"/> is the only usual one.</summary>
    public bool IsStrict { get; init; }

    public override string Expected => On.Kind == JsonKind.Boolean ? "true or false" : $"{On} or {Off}";

    public override bool Accepts(object value) => value is bool;

    public override JsonNode ToJson(object value) => (bool)value ? On : Off;

    /// <summary>Official templates also write "true" as text; EAS takes it.</summary>
    public override object? FromJson(JsonNode json) => Says(json, On) ? true : Says(json, Off) ? false : null;

    public override bool IsUsual(JsonNode json) => json.Kind == On.Kind || (json.Kind == JsonKind.Boolean && !IsStrict);

    private static bool Says(JsonNode json, JsonNode value) =>
        json.Text == value.Text
            && (json.Kind == value.Kind
                || json.Kind is JsonKind.Boolean
                || (json.Kind == JsonKind.String && value.Kind == JsonKind.Boolean));
}
