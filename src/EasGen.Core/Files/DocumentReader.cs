using System.Globalization;
using System.Text;
using System.Text.Json;

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

    private readonly List<Comment> comments = [];

    // Comments before it is known what follows them.
    private readonly List<Comment> waiting = [];

    // The way to the value that is read: what it stands in, and under which key; null in a list.
    private readonly List<(JsonNode Outer, string? Key)> path = [];

    private long? firstComment;

    // The comma before the token that was read last.
    private long? comma;

    private (long At, string Pointer)? firstTrailing;

    private DocumentReader()
    {
    }

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
    public static JsonNode Parse(ReadOnlySpan<byte> utf8, out DocumentReader document)
    {
        document = new();
        var reader = new Utf8JsonReader(utf8, Lenient);
        if (!document.Next(ref reader, utf8))
            throw new JsonException("The file contains only comments");
        document.Place();
        var root = document.Value(ref reader, utf8, Token(ref reader));
        // Anything behind the value throws here.
        document.Next(ref reader, utf8);
        document.Place();
        return root;
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

    // A text with its quotes; of an object or a list the opening bracket.
    private static FileBytes Token(ref Utf8JsonReader reader)
    {
        var isText = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName;
        return new((int)reader.TokenStartIndex, reader.ValueSpan.Length + (isText ? Quotes : 0));
    }

    private JsonNode Value(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, FileBytes key)
    {
        var start = (int)reader.TokenStartIndex;
        var value = Value(ref reader, utf8);
        return value.At(start, (int)reader.BytesConsumed).Under(key);
    }

    private JsonNode Value(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8) => reader.TokenType switch
    {
        JsonTokenType.StartObject => Object(ref reader, utf8),
        JsonTokenType.StartArray => List(ref reader, utf8),
        JsonTokenType.String => JsonNode.String(Text(ref reader)),
        JsonTokenType.Number => JsonNode.Number(Encoding.UTF8.GetString(reader.ValueSpan.ToArray())),
        JsonTokenType.True => JsonNode.Boolean(true),
        JsonTokenType.False => JsonNode.Boolean(false),
        _ => JsonNode.Null(),
    };

    private JsonNode Object(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        var made = JsonNode.Object();
        while (Next(ref reader, utf8, made) && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = Text(ref reader);
            var bytes = Token(ref reader);
            path.Add((made, key));
            Next(ref reader, utf8);
            Place();
            made.Add(key, Value(ref reader, utf8, bytes));
            path.RemoveAt(path.Count - 1);
        }
        Close(made);
        return made;
    }

    private JsonNode List(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        var made = JsonNode.Array();
        while (Next(ref reader, utf8, made) && reader.TokenType != JsonTokenType.EndArray)
        {
            path.Add((made, null));
            Place();
            made.Add("", Value(ref reader, utf8, Token(ref reader)));
            path.RemoveAt(path.Count - 1);
        }
        Close(made);
        return made;
    }

    // The next token that is no comment. Between two tokens stand blanks and at most one comma. A comment at the end of a
    // line belongs to the value before it, which is the last that was made; any other to what follows.
    private bool Next(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, JsonNode? made = null)
    {
        comma = null;
        do
        {
            var end = (int)reader.BytesConsumed;
            if (!reader.Read())
                return false;
            var between = utf8.Slice(end, (int)reader.TokenStartIndex - end);
            if (between.IndexOf((byte)',') is >= 0 and var found)
                comma = end + found;
            if (reader.TokenType != JsonTokenType.Comment)
                continue;
            firstComment ??= reader.TokenStartIndex;
            var comment = Comment(ref reader);
            if (made is { Members.Count: > 0 } && between.IndexOf((byte)'\n') < 0 && utf8[(int)reader.TokenStartIndex + 1] == '/')
                comments.Add(comment with { Pointer = LastOf(made) });
            else
                waiting.Add(comment);
        }
        while (reader.TokenType == JsonTokenType.Comment);
        return true;
    }

    private static Comment Comment(ref Utf8JsonReader reader)
    {
        var text = reader.GetComment();
        var blanks = text.Length - text.TrimStart().Length;
        return new("", text.Trim(), (int)reader.TokenStartIndex + CommentMark + Encoding.UTF8.GetByteCount(text.Substring(0, blanks)));
    }

    private void Close(JsonNode made)
    {
        if (comma is { } at && firstTrailing is null)
            firstTrailing = (at, LastOf(made));
        Place();
    }

    private void Place()
    {
        if (waiting.Count == 0)
            return;
        var pointer = Pointer();
        comments.AddRange(waiting.Select(comment => comment with { Pointer = pointer }));
        waiting.Clear();
    }

    private string Pointer() => string.Concat(path.Select(static step => "/" + Segment(step.Outer, step.Key, step.Outer.Members.Count)));

    private string LastOf(JsonNode made) =>
        $"{Pointer()}/{Segment(made, made.Members[made.Members.Count - 1].Key, made.Members.Count - 1)}";

    private static string Segment(JsonNode outer, string? key, int index) =>
        outer.Kind == JsonKind.Array ? index.ToString(CultureInfo.InvariantCulture) : JsonPointer.Escape(key!);
}
