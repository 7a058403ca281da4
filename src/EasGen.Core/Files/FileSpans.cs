using System.Globalization;
using System.Text;
using System.Text.Json;
using EasGen.Core.Secrets;

namespace EasGen.Core.Files;

/// <summary>Where a JSON file has what JSON pointers address. The file is gone through once, when the first place is asked for.</summary>
/// <param name="file">The bytes that <see cref="ServiceReader"/> reads.</param>
/// <param name="concealment">What the shown lines must not show.</param>
internal sealed class FileSpans(byte[] file, Concealment? concealment = null)
{
    private static readonly JsonReaderOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly int start = ServiceReader.Start(file);

    private FileLines? lines;

    private Spot? root;

    // Where a file that cannot be read is broken.
    private int? broken;

    private readonly byte[] shown = FileMask.Of(file, concealment ?? Concealment.None);

    private FileLines Lines => lines ??= new(file, shown, start);

    /// <summary>
    /// The place of a value: the value itself if it is on one line for sure, as texts and numbers are, otherwise its key. What
    /// the file does not have is at the key of the nearest that contains it. In a file that cannot be read every pointer is
    /// where it is broken.
    /// </summary>
    /// <param name="pointer">What is meant.</param>
    /// <param name="bytes">Where it is, if that is no value.</param>
    public FileSpan Find(string pointer, FileBytes? bytes = null)
    {
        root ??= Hidden(Read());
        return broken is { } offset ? Lines.Place(offset, 1)
            : bytes is { } place ? Place((place.Offset, place.Length))
            : root.Find(pointer, out var spot) ? Place(spot.Value)
            : Place(spot.Key);
    }

    // What is a secret as a whole, and what has one in it that is too short to be hidden wherever it stands.
    private Spot Hidden(Spot document)
    {
        foreach (var secret in concealment?.Secrets ?? [])
        {
            if (broken is not null || !document.Find(secret.Pointer, out var spot))
                continue;
            if (secret.IsWhole)
                FileMask.Hide(shown, start + spot.Value.Offset, spot.Value.Length);
            else
                FileMask.Hide(shown.AsSpan(start + spot.Value.Offset, spot.Value.Length), Encoding.UTF8.GetBytes(secret.Text));
        }
        return document;
    }

    // The file may spell a secret with escapes: what then is still to be read is hidden with all of its text.
    private void HideEscaped(ref Utf8JsonReader reader)
    {
        if (concealment is null || !reader.ValueIsEscaped)
            return;
        var (offset, length) = (start + (int)reader.TokenStartIndex, reader.ValueSpan.Length + 2);
        var text = JsonParser.Parse(Encoding.UTF8.GetString(shown, offset, length), out _)?.Text ?? "";
        if (concealment.Texts.Any(text.Contains))
            FileMask.Hide(shown, offset, length);
    }

    private FileSpan Place((int Offset, int Length) bytes) => Lines.Place(start + bytes.Offset, bytes.Length);

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
            broken = BrokenJson.Describe(file, start, problem).Offset;
        }
        return document;
    }

    private void Read(ref Utf8JsonReader reader, Spot spot)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            spot.Value = spot.Key;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                HideEscaped(ref reader);
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
            HideEscaped(ref reader);
            spot.Value = Token(ref reader);
        }
    }

    // A text with its quotes; of an object or a list the opening sign.
    private static (int Offset, int Length) Token(ref Utf8JsonReader reader) =>
        (
            (int)reader.TokenStartIndex,
            reader.ValueSpan.Length + (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? 2 : 0));

    /// <summary>The bytes of a value, and of what names it: its key, or the first sign of what has none.</summary>
    private sealed class Spot
    {
        public (int Offset, int Length) Key { get; set; }

        public (int Offset, int Length) Value { get; set; }

        public Dictionary<string, Spot>? Inner { get; private set; }

        /// <summary>Finds what stands at a pointer; else the nearest that contains it.</summary>
        public bool Find(string pointer, out Spot spot)
        {
            spot = this;
            foreach (var segment in JsonPointer.Segments(pointer))
            {
                if (spot.Inner?.TryGetValue(segment, out var inner) is not true)
                    return false;
                spot = inner;
            }
            return true;
        }

        // Of a key that is given twice the last is meant; what only the first has inside stays to be found.
        public Spot Open(string key)
        {
            Inner ??= new(StringComparer.Ordinal);
            return Inner.TryGetValue(key, out var there) ? there : Inner[key] = new();
        }
    }
}
