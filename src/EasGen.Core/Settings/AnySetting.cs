using System.Globalization;

namespace EasGen.Core.Settings;

/// <summary>
/// Any JSON value. In the attribute it is what C# has for it, and a text that is an object or a list in JSON is that; features
/// hold the JSON on one line.
/// </summary>
internal sealed class AnySetting(string name, string? path) : Setting(name, path)
{
    public override string Expected => "a JSON value";

    public override bool Accepts(object value) => value is string;

    public override object? FromArgument(object value) => value switch
    {
        string text => (Structure(text) ?? JsonNode.String(text)).ToString(),
        bool on => JsonNode.Boolean(on).ToString(),
        float or double => JsonNode.Number(Convert.ToDouble(value, CultureInfo.InvariantCulture)).ToString(),
        char => null,
        sbyte or byte or short or ushort or int or uint or long or ulong => Convert.ToString(value, CultureInfo.InvariantCulture),
        _ => null,
    };

    public override JsonNode ToJson(object value) => JsonParser.Parse((string)value, out _) ?? JsonNode.String((string)value);

    public override object? FromJson(JsonNode json) => json.ToString();

    public override string ToCode(object value) => Code(value) ?? "null";

    public override bool FitsAttribute(object value) => Code(value) is not null;

    // Null when no argument can say the value.
    private string? Code(object value)
    {
        var json = ToJson(value);
        var code = json.Kind switch
        {
            JsonKind.Object or JsonKind.Array => JsonText.Quote(json.ToString()),
            JsonKind.String => JsonText.Quote(json.Text),
            JsonKind.Null => null,
            _ => json.Text,
        };
        return Says(json) is { } argument && Equals(FromArgument(argument), json.ToString()) ? code : null;
    }

    // The argument that the code would be.
    private static object? Says(JsonNode json) => json.Kind switch
    {
        JsonKind.Object or JsonKind.Array => json.ToString(),
        JsonKind.String => json.Text,
        JsonKind.Boolean => json.Text == "true",
        JsonKind.Number when long.TryParse(
            json.Text,
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var whole) => whole,
        JsonKind.Number => double.Parse(json.Text, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static JsonNode? Structure(string text) =>
        JsonParser.Parse(text, out _) is { Kind: JsonKind.Object or JsonKind.Array } parsed ? parsed : null;
}
