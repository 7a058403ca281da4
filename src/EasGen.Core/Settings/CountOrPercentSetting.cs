using System.Globalization;

namespace EasGen.Core.Settings;

/// <summary>A count or a percentage: <c>"3"</c> is written as a number, <c>"20%"</c> as text.</summary>
internal sealed class CountOrPercentSetting(string name, string? path) : Setting(name, path)
{
    public override string Expected => "a whole number or a percentage in quotes";

    public override bool Accepts(object value) => value is string;

    public override JsonNode ToJson(object value) =>
        Amount.Count((string)value) is { } count ? JsonNode.Number(count) : JsonNode.String((string)value);

    public override object? FromJson(JsonNode json) => json.Kind switch
    {
        JsonKind.String => json.Text,
        JsonKind.Number when int.TryParse(json.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) =>
            count.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };
}
