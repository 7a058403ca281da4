using System.Globalization;

namespace EasGen.Core;

/// <summary>A count or a percentage: <c>"3"</c> is written as a number, <c>"20%"</c> as text.</summary>
internal sealed class AmountRow(string name, string? path) : Row(name, path)
{
    public override string Expected => "a whole number or a percentage in quotes";

    public override bool Accepts(object value) => value is string;

    public override JsonNode ToJson(object value) =>
        Amount.Count((string)value) is { } count ? JsonNode.Number(count) : JsonNode.Text((string)value);

    public override object? FromJson(JsonNode json) => json.Kind switch
    {
        JsonKind.Text => json.Simple,
        JsonKind.Number when int.TryParse(json.Simple, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) =>
            count.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };
}
