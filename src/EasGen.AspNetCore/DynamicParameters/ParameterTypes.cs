using System.Globalization;
using System.Text.Json;

namespace EasGen.AspNetCore.DynamicParameters;

/// <summary>
/// The types that the dynamic parameters are declared with. A value of another type is not taken: the app's options would fail on it with
/// each request.
/// </summary>
internal sealed class ParameterTypes
{
    private static readonly JsonDocumentOptions AsConfiguration = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private readonly Dictionary<string, JsonValueKind> declared;

    /// <param name="json">A JSON object whose keys differ in more than their case.</param>
    public ParameterTypes(string json)
    {
        using var document = JsonDocument.Parse(json, AsConfiguration);
        declared = document.RootElement.EnumerateObject()
            .ToDictionary(static one => one.Name, static one => Kind(one.Value), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>What is of another type in a JSON object; null if nothing is. The value itself may be a secret.</summary>
    public string? Misfit(ReadOnlySpan<byte> json)
    {
        // As configuration reads it, with a byte order mark, and whatever is not UTF-8.
        using var text = new StreamReader(new MemoryStream(json.ToArray()));
        using var document = JsonDocument.Parse(text.ReadToEnd(), AsConfiguration);
        foreach (var one in document.RootElement.EnumerateObject())
        {
            if (declared.TryGetValue(one.Name, out var kind) && !Fits(one.Value, kind))
                return $"'{one.Name}' is {Word(Kind(one.Value))}, but is declared as {Word(kind)}.";
        }
        return null;
    }

    // A text may say a number or a switch; null says nothing.
    private static bool Fits(JsonElement value, JsonValueKind kind) => (kind, Kind(value)) switch
    {
        (JsonValueKind.Number, JsonValueKind.String) => IsNumber(value.GetString()!),
        (JsonValueKind.True, JsonValueKind.String) => bool.TryParse(value.GetString(), out _),
        (JsonValueKind.String, JsonValueKind.Number or JsonValueKind.True) => true,
        (JsonValueKind.Null, _) or (_, JsonValueKind.Null) => true,
        var (one, other) => one == other,
    };

    private static bool IsNumber(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static JsonValueKind Kind(JsonElement value) =>
        value.ValueKind == JsonValueKind.False ? JsonValueKind.True : value.ValueKind;

    private static string Word(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Number => "a number",
        JsonValueKind.True => "true or false",
        JsonValueKind.String => "a text",
        JsonValueKind.Array => "a list",
        _ => "an object",
    };
}
