namespace EasGen.Core;

/// <summary>A list of texts.</summary>
internal sealed class ListRow(string name, string? path) : Row(name, path)
{
    public override string Expected => "a list of texts [ \"…\" ]";

    public override bool Accepts(object value) => value is Sequence<string>;

    public override JsonNode ToJson(object value) => JsonNode.List(((Sequence<string>)value).Select(JsonNode.Text));

    public override object? FromJson(JsonNode json) => json.Kind == JsonKind.List && json.Items.All(static item => item.Kind == JsonKind.Text)
        ? Sequence<string>.From(json.Items.Select(static item => item.Simple))
        : null;
}
