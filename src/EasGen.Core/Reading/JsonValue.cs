using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace EasGen.Core;

/// <summary>JSON values as the rows hold them.</summary>
internal static class JsonValue
{
    private const int Most = 40;

    /// <summary>The value, or null when the JSON holds something else; <paramref name="expected"/> says what belongs there.</summary>
    public static object? Read(Row row, JsonElement json, out string expected)
    {
        expected = Expected(row);
        return row switch
        {
            TextRow => Text(json),
            SwitchRow on => json.ValueKind is JsonValueKind.True or JsonValueKind.False ? json.GetBoolean() ^ on.Inverted : null,
            IntegerRow => json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var whole) ? whole : null,
            NumberRow number => Number(number, json),
            AmountRow => json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var count)
                ? count.ToString(CultureInfo.InvariantCulture)
                : Text(json),
            ListRow => List(json),
            _ => throw new NotSupportedException($"No reader for {row.GetType().Name}."),
        };
    }

    /// <summary>The key of a member; null when it is no text.</summary>
    public static string? Key(JsonProperty member) => Decode(() => member.Name);

    /// <summary>What stands there, on one line and short enough for a message.</summary>
    public static string Describe(JsonElement json)
    {
        var text = json.GetRawText();
        var shown = text.Length <= Most ? text : text.Substring(0, char.IsHighSurrogate(text[Most - 1]) ? Most - 1 : Most) + "…";
        return Regex.Replace(shown, @"\s*[\r\n]\s*", " ");
    }

    private static string Expected(Row row) => row switch
    {
        TextRow => "text in quotes",
        SwitchRow => "true or false",
        IntegerRow or NumberRow { Whole: true } => "a whole number",
        NumberRow => "a number",
        AmountRow => "a whole number or a percentage in quotes",
        _ => "a list of texts",
    };

    private static string? Text(JsonElement json) => json.ValueKind == JsonValueKind.String ? Decode(json.GetString) : null;

    // Half a surrogate pair is legal in JSON's grammar but is no text; the reader of .NET throws on it.
    private static string? Decode(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static object? Number(NumberRow row, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Number || !json.TryGetDouble(out var number) || double.IsInfinity(number))
            return null;
        return row.Whole && number != Math.Floor(number) ? null : number / row.Scale;
    }

    private static Sequence<string>? List(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array)
            return null;
        var items = json.EnumerateArray().Select(Text).ToArray();
        return Array.IndexOf(items, null) >= 0 ? null : Sequence<string>.Of(items!);
    }
}
