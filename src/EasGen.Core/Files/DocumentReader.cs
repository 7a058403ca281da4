using System.Text;
using System.Text.Json;
using EasGen.Core.Catalog;

namespace EasGen.Core.Files;

/// <summary>
/// JSON files as nodes, through System.Text.Json. Keys that are given twice are there twice. Comments, and commas behind the
/// last item, are taken and remembered.
/// </summary>
internal sealed class DocumentReader
{
    private static readonly JsonReaderOptions Lenient = new() { CommentHandling = JsonCommentHandling.Allow, AllowTrailingCommas = true };

    // How many signs begin a comment.
    private const int CommentMark = 2;

    private const int Quotes = 2;

    // So many items of a list are held, and few services have more. Each of the others is read again where it is asked for.
    private const int Held = 1024;

    private static readonly KnownTexts Keys = new(FeatureCatalog.Schema.AllKeys);

    // What the last document of the thread had its members in.
    [ThreadStatic]
    private static List<KeyValuePair<string, JsonNode>>? room;

    private readonly byte[] file;

    // Where the bytes begin that are read: in the file, and in its text.
    private int start;
    private int offset;

    private readonly List<Comment> comments = [];

    // Comments before it is known what follows them.
    private readonly List<Comment> waiting = [];

    private readonly PointerPath path = new();

    // The members of all objects and lists that are open, those of the innermost at the end.
    private readonly List<KeyValuePair<string, JsonNode>> members = Room();

    private long? firstComment;

    // What stands before the token that was read last: the last bytes, and a comma before these if there is a comment between.
    private (int From, int To) gap;
    private long? comma;

    private (long At, string Pointer)? firstTrailing;

    private DocumentReader(byte[] file, int start) => (this.file, this.start) = (file, start);

    public IReadOnlyList<Comment> Comments => comments;

    public bool HasTrailingCommas => firstTrailing is not null;

    /// <summary>
    /// The first comment, or comma, that strict JSON does not have, and what it is about; null when the file is strict.
    /// </summary>
    public (string Pointer, FileBytes Bytes)? FirstLenient =>
        firstTrailing is { } trailing && !(firstComment < trailing.At) ? (trailing.Pointer, new((int)trailing.At, 1))
        : firstComment is { } at ? (comments[0].Pointer, new((int)at, CommentMark))
        : null;

    /// <summary>The document. Throws what System.Text.Json throws for what is no JSON.</summary>
    /// <param name="file">The file, which is UTF-8.</param>
    /// <param name="document">What was read beside the document.</param>
    /// <param name="start">Where the text of the file begins.</param>
    public static JsonNode Parse(byte[] file, out DocumentReader document, int start = 0)
    {
        document = new(file, start);
        var utf8 = file.AsSpan(start);
        var reader = new Utf8JsonReader(utf8, Lenient);
        if (!document.Next(ref reader, utf8))
            throw new JsonException("The file contains only comments");
        document.Place();
        var root = document.Value(ref reader, utf8, document.Token(ref reader));
        // Anything behind the value throws here.
        document.Next(ref reader, utf8);
        document.Place();
        if (document.members.Capacity <= Held)
            room = document.members;
        return root;
    }

    // Nobody else has it meanwhile.
    private static List<KeyValuePair<string, JsonNode>> Room()
    {
        var free = room ?? [];
        room = null;
        return free;
    }

    // Half a surrogate pair is legal in JSON's grammar but is no text, and System.Text.Json throws on it. It stays what it
    // is, for a rule to report with its place.
    public static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return JsonParser.Parse($"\"{Encoding.UTF8.GetString(reader.ValueSpan.ToArray())}\"", out _)!.Text;
        }
    }

    // An item of a list, once more.
    private JsonNode Item((int From, int To) item)
    {
        (start, offset) = (start - offset + item.From, item.From);
        var utf8 = file.AsSpan(start, item.To - item.From);
        var reader = new Utf8JsonReader(utf8, Lenient);
        Next(ref reader, utf8);
        var value = Value(ref reader, utf8, Token(ref reader));
        // The comments in it are known from the first time.
        comments.Clear();
        return value;
    }

    // A text with its quotes; of an object or a list the opening bracket.
    private FileBytes Token(ref Utf8JsonReader reader)
    {
        var isText = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName;
        return new(offset + (int)reader.TokenStartIndex, reader.ValueSpan.Length + (isText ? Quotes : 0));
    }

    private JsonNode Value(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, FileBytes key)
    {
        var start = offset + (int)reader.TokenStartIndex;
        var value = Value(ref reader, utf8);
        return value.At(start, offset + (int)reader.BytesConsumed).Under(key);
    }

    private JsonNode Value(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8) => reader.TokenType switch
    {
        JsonTokenType.StartObject => Object(ref reader, utf8),
        JsonTokenType.StartArray => List(ref reader, utf8),
        JsonTokenType.String => JsonNode.String(Spelled(ref reader)),
        JsonTokenType.Number => JsonNode.Number(Plain(ref reader, 0)),
        JsonTokenType.True => JsonNode.Boolean(true),
        JsonTokenType.False => JsonNode.Boolean(false),
        _ => JsonNode.Null(),
    };

    private JsonNode Object(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        var open = new Open(members.Count, JsonKind.Object);
        while (Next(ref reader, utf8, open) && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = Key(ref reader);
            var bytes = Token(ref reader);
            path.Enter(key);
            Next(ref reader, utf8);
            Place();
            members.Add(new(key, Value(ref reader, utf8, bytes)));
            path.Leave();
        }
        return JsonNode.Of(JsonKind.Object, Close(open, utf8));
    }

    private JsonNode List(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        var open = new Open(members.Count, JsonKind.Array);
        List<(int From, int To)>? others = null;
        while (Next(ref reader, utf8, open) && reader.TokenType != JsonTokenType.EndArray)
        {
            path.Enter(Count(open));
            Place();
            var item = Value(ref reader, utf8, Token(ref reader));
            path.Leave();
            if (Count(open) < Held)
            {
                members.Add(new("", item));
                continue;
            }
            (others ??= []).Add((item.Start, item.End));
            open = open with { Others = others.Count };
        }
        var held = Close(open, utf8);
        return others is null ? JsonNode.Of(JsonKind.Array, held) : Long(held, others, file, start - offset);
    }

    // Apart, so that a short list does not pay for its closure. One reader reads them all, one after the other.
    private static JsonNode Long(KeyValuePair<string, JsonNode>[] held, List<(int From, int To)> others, byte[] file, int text)
    {
        var again = new DocumentReader(file, text);
        return JsonNode.LongArray(held, held.Length + others.Count, index => again.Item(others[index - held.Length]));
    }

    private string Key(ref Utf8JsonReader reader) => Keys.Find(reader.ValueSpan) ?? Spelled(ref reader);

    private string Spelled(ref Utf8JsonReader reader) =>
        reader.ValueSpan.IndexOf((byte)'\\') >= 0 ? Text(ref reader) : Plain(ref reader, Quotes / 2);

    // What is written without escapes is in the file as it is meant.
    private string Plain(ref Utf8JsonReader reader, int quote) =>
        Encoding.UTF8.GetString(file, start + (int)reader.TokenStartIndex + quote, reader.ValueSpan.Length);

    // The next token that is no comment. Between two tokens stand blanks and at most one comma. A comment at the end of a
    // line belongs to the value before it, which is the last that was made; any other to what follows.
    private bool Next(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, Open? open = null)
    {
        comma = null;
        while (true)
        {
            var end = (int)reader.BytesConsumed;
            if (!reader.Read())
                return false;
            gap = (end, (int)reader.TokenStartIndex);
            if (reader.TokenType != JsonTokenType.Comment)
                return true;
            comma = Comma(utf8);
            Take(ref reader, utf8, open);
        }
    }

    private void Take(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, Open? open)
    {
        firstComment ??= reader.TokenStartIndex;
        var comment = Comment(ref reader);
        if (open is { } around
            && Count(around) > 0
            && utf8.Slice(gap.From, gap.To - gap.From).IndexOf((byte)'\n') < 0
            && utf8[gap.To + 1] == '/')
            comments.Add(comment with { Pointer = LastOf(around) });
        else
            waiting.Add(comment);
    }

    // The comma before the token that was read last. Only what closes an object or a list asks for it.
    private long? Comma(ReadOnlySpan<byte> utf8) =>
        utf8.Slice(gap.From, gap.To - gap.From).IndexOf((byte)',') is >= 0 and var found ? gap.From + found : comma;

    private static Comment Comment(ref Utf8JsonReader reader)
    {
        var text = reader.GetComment();
        var blanks = text.Length - text.TrimStart().Length;
        return new("", text.Trim(), (int)reader.TokenStartIndex + CommentMark + Encoding.UTF8.GetByteCount(text.Substring(0, blanks)));
    }

    // The members that are held.
    private KeyValuePair<string, JsonNode>[] Close(Open open, ReadOnlySpan<byte> utf8)
    {
        if (firstTrailing is null && Comma(utf8) is { } at)
            firstTrailing = (at, LastOf(open));
        Place();
        var own = new KeyValuePair<string, JsonNode>[members.Count - open.First];
        members.CopyTo(open.First, own, 0, own.Length);
        members.RemoveRange(open.First, own.Length);
        return own;
    }

    // How many members have been read.
    private int Count(Open open) => members.Count - open.First + open.Others;

    private void Place()
    {
        if (waiting.Count > 0)
            PlaceAt(path.Pointer);
    }

    // Apart, so that a file without comments does not pay for its closure.
    private void PlaceAt(string pointer)
    {
        comments.AddRange(waiting.Select(comment => comment with { Pointer = pointer }));
        waiting.Clear();
    }

    private string LastOf(Open open) =>
        path.Below(open.Kind == JsonKind.Array ? null : members[members.Count - 1].Key, Count(open) - 1);

    /// <summary>An object or a list that is not closed yet.</summary>
    /// <param name="First">Where its members begin among those of all.</param>
    /// <param name="Kind">Which of both it is.</param>
    /// <param name="Others">How many items it has that are not held.</param>
    private readonly record struct Open(int First, JsonKind Kind, int Others = 0);
}
