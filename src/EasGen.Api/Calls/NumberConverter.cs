using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EasGen.Api;

/// <summary>Whole numbers of answers: a text counts as the number in it, and what is none as 0.</summary>
internal sealed class NumberConverter : JsonConverter<int>
{
    public override bool HandleNull => true;

    public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
            return reader.TryGetInt32(out var number) ? number : 0;
        if (reader.TokenType == JsonTokenType.String)
            return Read(reader.GetString());
        reader.Skip();
        return 0;
    }

    private static int Read(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}
