namespace EasGen.Core.Settings;

/// <summary>A list of texts.</summary>
internal sealed class ArraySetting(string name, string? path) : Setting(name, path)
{
    public override string Expected => "a list of texts [ \"…\" ]";

    public override bool Accepts(object value) => value is EquatableArray<string>;

    public override string ToCode(object value) =>
        $"new[] {{ {string.Join(", ", ((EquatableArray<string>)value).Select(JsonText.Quote))} }}";

    /// <summary>An attribute without items says nothing.</summary>
    public override bool FitsAttribute(object value) => ((EquatableArray<string>)value).Count > 0;

    public override JsonNode ToJson(object value) => JsonNode.Array(((EquatableArray<string>)value).Select(JsonNode.String));

    public override object? FromJson(JsonNode json) =>
        json.Kind == JsonKind.Array && json.Items.All(static item => item.Kind == JsonKind.String)
        ? EquatableArray<string>.From(json.Items.Select(static item => item.Text))
        : null;
}
