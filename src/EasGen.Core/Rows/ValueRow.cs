using System.Globalization;

namespace EasGen.Core;

/// <summary>
/// Any JSON value. In the attribute it is what C# has for it, and a text that is an object or a list in JSON is that; features
/// hold the JSON on one line.
/// </summary>
internal sealed class ValueRow(string name, string? path) : Row(name, path)
{
    public override string Expected => "a JSON value";

    public override bool Accepts(object value) => value is string;

    public override object? FromArgument(object value) => value switch
    {
        string text => (Structure(text) ?? JsonNode.Text(text)).ToString(),
        bool on => JsonNode.Switch(on).ToString(),
        float or double => JsonNode.Number(Convert.ToDouble(value, CultureInfo.InvariantCulture)).ToString(),
        char => null,
        sbyte or byte or short or ushort or int or uint or long or ulong => Convert.ToString(value, CultureInfo.InvariantCulture),
        _ => null,
    };

    public override JsonNode ToJson(object value) => JsonParser.Parse((string)value, out _) ?? JsonNode.Text((string)value);

    public override object? FromJson(JsonNode json) => json.ToString();

    /// <summary>The value as C# says it; null when no argument can.</summary>
    public string? ToCode(object value)
    {
        var json = ToJson(value);
        var code = json.Kind switch
        {
            JsonKind.Object or JsonKind.List => JsonText.Quote(json.ToString()),
            JsonKind.Text => JsonText.Quote(json.Simple),
            JsonKind.Null => null,
            _ => json.Simple,
        };
        return Says(json) is { } argument && Equals(FromArgument(argument), json.ToString()) ? code : null;
    }

    // The argument that the code would be.
    private static object? Says(JsonNode json) => json.Kind switch
    {
        JsonKind.Object or JsonKind.List => json.ToString(),
        JsonKind.Text => json.Simple,
        JsonKind.Switch => json.Simple == "true",
        JsonKind.Number when long.TryParse(
            json.Simple,
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var whole) => whole,
        JsonKind.Number => double.Parse(json.Simple, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static JsonNode? Structure(string text) =>
        JsonParser.Parse(text, out _) is { Kind: JsonKind.Object or JsonKind.List } parsed ? parsed : null;
}
