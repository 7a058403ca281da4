using System.Text.Json;
using System.Text.Json.Serialization;

namespace EasGen.Api;

/// <summary>Switches of answers: a text counts as the switch in it, and what is none as off.</summary>
internal sealed class SwitchConverter : JsonConverter<bool>
{
    public override bool HandleNull => true;

    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return string.Equals(reader.GetString(), "true", StringComparison.OrdinalIgnoreCase);
        var isOn = reader.TokenType == JsonTokenType.True;
        reader.Skip();
        return isOn;
    }

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
}
