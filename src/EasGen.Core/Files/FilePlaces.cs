using System.Globalization;
using System.Text;
using System.Text.Json;

namespace EasGen.Core;

/// <summary>Where a JSON file has what JSON pointers address. The file is gone through once, when the first place is asked for.</summary>
/// <param name="file">The bytes that <see cref="ServiceReader"/> reads.</param>
internal sealed class FilePlaces(byte[] file)
{
    private static readonly JsonReaderOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly int start = ServiceReader.Start(file);

    private FileLines? lines;

    private Spot? root;

    // Where a file that cannot be read is broken.
    private int? broken;

    private FileLines Lines => lines ??= new(file, start);

    /// <summary>
    /// The place of a value: the value itself if it is on one line for sure, as texts and numbers are, otherwise its key. What
    /// the file does not have is at the key of the nearest that contains it. In a file that cannot be read every pointer is
    /// where it is broken.
    /// </summary>
    public FilePlace Find(string pointer)
    {
        var spot = root ??= Read();
        if (broken is { } offset)
            return Lines.Place(offset, 1);
        foreach (var segment in JsonPointer.Segments(pointer))
        {
            if (spot.Inner?.TryGetValue(segment, out var inner) is not true)
                return Place(spot.Key);
            spot = inner;
        }
        return Place(spot.Value);
    }

    private FilePlace Place((int Offset, int Length) bytes) => Lines.Place(start + bytes.Offset, bytes.Length);

    private Spot Read()
    {
        var document = new Spot();
        try
        {
            ServiceReader.CheckEncoding(file);
            var reader = new Utf8JsonReader(file.AsSpan(start), Lenient);
            // What holds comments only ends too early.
            if (!reader.Read())
                broken = file.Length;
            document.Key = ((int)reader.TokenStartIndex, 1);
            Read(ref reader, document);
            reader.Read();
        }
        catch (DecoderFallbackException problem)
        {
            broken = problem.Index;
        }
        catch (JsonException problem)
        {
            broken = Lines.Offset(problem.LineNumber ?? 0, problem.BytePositionInLine ?? 0);
        }
        return document;
    }

    private static void Read(ref Utf8JsonReader reader, Spot spot)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            spot.Value = spot.Key;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var member = spot.Open(DocumentReader.Text(ref reader));
                member.Key = Token(ref reader);
                reader.Read();
                Read(ref reader, member);
            }
        }
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            spot.Value = spot.Key;
            for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
            {
                var item = spot.Open(index.ToString(CultureInfo.InvariantCulture));
                item.Key = Token(ref reader);
                Read(ref reader, item);
            }
        }
        else
        {
            spot.Value = Token(ref reader);
        }
    }

    // A text with its quotes; of an object or a list the opening sign.
    private static (int Offset, int Length) Token(ref Utf8JsonReader reader) =>
        ((int)reader.TokenStartIndex, reader.ValueSpan.Length + (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? 2 : 0));

    /// <summary>The bytes of a value, and of what names it: its key, or the first sign of what has none.</summary>
    private sealed class Spot
    {
        public (int Offset, int Length) Key { get; set; }

        public (int Offset, int Length) Value { get; set; }

        public Dictionary<string, Spot>? Inner { get; private set; }

        // Of a key that is given twice the last is meant; what only the first has inside stays to be found.
        public Spot Open(string key)
        {
            Inner ??= new(StringComparer.Ordinal);
            return Inner.TryGetValue(key, out var there) ? there : Inner[key] = new();
        }
    }
}
