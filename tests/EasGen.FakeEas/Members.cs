using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EasGen.FakeEas;

/// <summary>Reads JSON of any form: what is not of the form that is expected is not there.</summary>
internal static class Members
{
    public static JsonNode? At(this JsonNode? json, string key) => (json as JsonObject)?[key];

    public static JsonNode? First(this JsonNode? json) => json is JsonArray { Count: > 0 } items ? items[0] : null;

    public static string? Text(this JsonNode? json) => json?.GetValueKind() == JsonValueKind.String ? json.GetValue<string>() : null;

    public static int? Number(this JsonNode? json) => json switch
    {
        JsonValue value when value.TryGetValue<int>(out var number) => number,
        not null when int.TryParse(json.Text(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}
