using System.Text;
using System.Text.Json;

namespace EasGen.Core;

/// <summary>JSON files as nodes, through System.Text.Json. Keys that are given twice are there twice.</summary>
internal static class DocumentReader
{
    /// <summary>The document. Throws what System.Text.Json throws for what is no JSON.</summary>
    public static JsonNode Parse(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        var root = Value(ref reader);
        // Anything behind the value throws here.
        reader.Read();
        return root;
    }

    private static JsonNode Value(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => Object(ref reader),
        JsonTokenType.StartArray => List(ref reader),
        JsonTokenType.String => JsonNode.Text(Text(ref reader)),
        JsonTokenType.Number => JsonNode.Number(Encoding.UTF8.GetString(reader.ValueSpan.ToArray())),
        JsonTokenType.True => JsonNode.Switch(true),
        JsonTokenType.False => JsonNode.Switch(false),
        _ => JsonNode.Null(),
    };

    private static JsonNode Object(ref Utf8JsonReader reader)
    {
        var made = JsonNode.Object();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = Text(ref reader);
            reader.Read();
            made.Add(key, Value(ref reader));
        }
        return made;
    }

    private static JsonNode List(ref Utf8JsonReader reader)
    {
        var made = JsonNode.List();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            made.Add("", Value(ref reader));
        return made;
    }

    // Half a surrogate pair is legal in JSON's grammar but is no text, and System.Text.Json throws on it. It stays what it
    // is, for a rule to report with its place.
    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return JsonParser.Parse($"\"{Encoding.UTF8.GetString(reader.ValueSpan.ToArray())}\"", out _)!.Simple;
        }
    }
}
