using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EasGen.AspNetCore.Chat.Contracts;

/// <summary>An embedding in the form that its request asks for.</summary>
/// <param name="Numbers">The vector.</param>
/// <param name="IsBase64">Whether it is written as Base64 of its bytes, little-endian; else as an array of numbers.</param>
internal sealed record EncodedVector(ReadOnlyMemory<float> Numbers, bool IsBase64);

internal sealed class EncodedVectorConverter : JsonConverter<EncodedVector>
{
    public override EncodedVector Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Embeddings are only written.");

    public override void Write(Utf8JsonWriter writer, EncodedVector value, JsonSerializerOptions options)
    {
        if (value.IsBase64)
        {
            writer.WriteBase64StringValue(LittleEndian(value.Numbers.Span));
            return;
        }

        writer.WriteStartArray();
        foreach (var number in value.Numbers.Span)
            writer.WriteNumberValue(number);
        writer.WriteEndArray();
    }

    private static ReadOnlySpan<byte> LittleEndian(ReadOnlySpan<float> numbers)
    {
        if (BitConverter.IsLittleEndian)
            return MemoryMarshal.AsBytes(numbers);

        var bytes = new byte[numbers.Length * sizeof(float)];
        for (var i = 0; i < numbers.Length; i++)
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), numbers[i]);
        return bytes;
    }
}
