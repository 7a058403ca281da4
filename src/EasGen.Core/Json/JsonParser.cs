using System.Globalization;
using System.Text;

namespace EasGen.Core.Json;

/// <summary>How strictly JSON is read.</summary>
internal enum JsonDialect
{
    /// <summary>As RFC 8259 has it, and no key twice.</summary>
    Strict,

    /// <summary>With comments, and commas after the last item, as in the settings files of .NET.</summary>
    Settings,

    /// <summary>As settings files, and keys may be given twice: what EasGen takes as a file.</summary>
    Document,
}

/// <summary>
/// Takes JSON in a text apart, and says what is wrong with a text that is none. The compiler reads with it, which loads no library
/// that could; whoever reads files uses System.Text.Json, and asks here only why that refused one.
/// </summary>
internal sealed class JsonParser
{
    private const int Deepest = JsonPointer.Deepest;

    // With what follows a number on its line, to be told from a number.
    private static readonly LazyRegex Digits = new(@"\G-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![\p{L}\p{N}_.+-])");

    private static readonly LazyRegex Letters = new(@"\G[\p{L}\p{N}_.+-]+");

    // Those of Unicode, which System.Text.Json refuses in a comment, are no blanks.
    private static readonly char[] LineEnds = ['\n', '\r', '\u2028', '\u2029'];

    private readonly string text;
    private readonly JsonDialect dialect;

    // Where the objects and lists begin that are not closed yet.
    private readonly Stack<int> open = new();

    private int at;
    private JsonProblem? problem;

    private JsonParser(string text, JsonDialect dialect) => (this.text, this.dialect) = (text, dialect);

    private bool IsLenient => dialect != JsonDialect.Strict;

    /// <summary>The value, or null and what is wrong, and where.</summary>
    public static JsonNode? Parse(string text, out JsonProblem? problem) => Parse(text, JsonDialect.Strict, out problem);

    /// <summary>As for <see cref="Parse(string, out JsonProblem?)"/>, in a dialect.</summary>
    public static JsonNode? Parse(string text, JsonDialect dialect, out JsonProblem? problem)
    {
        var parser = new JsonParser(text, dialect);
        try
        {
            var value = parser.Value("");
            parser.Blanks();
            problem = null;
            return parser.at == text.Length ? value : throw parser.Wrong(JsonPart.End);
        }
        catch (FormatException)
        {
            problem = parser.problem;
            return null;
        }
    }

    private JsonNode Value(string key)
    {
        Blanks();
        var start = at;
        var value = Peek() switch
        {
            '{' => Object(),
            '[' => List(),
            '"' => JsonNode.String(Text()),
            '-' or (>= '0' and <= '9') => JsonNode.Number(Take(Digits, key)),
            _ => Take(Letters, key) switch
            {
                "true" => JsonNode.Boolean(true),
                "false" => JsonNode.Boolean(false),
                "null" => JsonNode.Null(),
                _ => throw Wrong(start, JsonPart.Value, key),
            },
        };
        return value.At(start, at);
    }

    private JsonNode Object()
    {
        var made = JsonNode.Object();
        foreach (var start in Members('}'))
        {
            var key = Peek() == '"' ? Text() : throw Wrong(JsonPart.Key);
            if (dialect != JsonDialect.Document && made.Find(key) is not null)
                throw Wrong(start, $"The key '{key}' is given twice; keep one of them");
            Blanks();
            if (Peek() != ':')
                throw Wrong(at, JsonPart.Colon, key);
            at++;
            made.Add(key, Value(key));
        }
        return made;
    }

    private JsonNode List() => JsonNode.Array(Members(']').Select(_ => Value("")));

    // Stands before each member in turn, and after the closing sign at the end.
    private IEnumerable<int> Members(char close)
    {
        if (open.Count == Deepest)
            throw Wrong(at, $"The JSON is nested more than {Deepest} levels deep; no setting is, so remove some levels");
        open.Push(at++);
        Blanks();
        for (var count = 0; Peek() != close; count++)
        {
            var comma = at;
            if (count > 0 && Peek() != ',')
                throw Wrong(JsonPart.Comma);
            if (count > 0)
                at++;
            Blanks();
            if (count > 0 && Peek() == close)
            {
                if (!IsLenient)
                    throw Wrong(comma, $"There is a comma before '{close}', which strict JSON does not allow; delete it");
                break;
            }
            yield return at;
            Blanks();
        }
        at++;
        open.Pop();
    }

    private string Text()
    {
        var read = new StringBuilder();
        var start = at++;
        while (at < text.Length && text[at] != '"')
        {
            if (text[at] < ' ')
                throw Wrong(at, JsonMistake.Control(text[at]));
            read.Append(text[at++] is '\\' and var c ? at < text.Length ? Escaped() : c : text[at - 1]);
        }
        if (at == text.Length)
            throw Wrong(at, $"The JSON ends inside of the text that begins at {JsonProblem.Place(text, start)}; add what is missing");
        at++;
        return read.ToString();
    }

    private char Escaped()
    {
        var sign = text[at++];
        return sign switch
        {
            '"' or '\\' or '/' => sign,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' when at + 4 <= text.Length
                && ushort.TryParse(
                    text.Substring(at, 4),
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out var code) => Unicode(code),
            < ' ' => throw Wrong(at - 1, JsonMistake.Control(sign)),
            _ => throw Wrong(at - 2, JsonMistake.Escape(text, at - 1)),
        };
    }

    private char Unicode(ushort code)
    {
        at += 4;
        return (char)code;
    }

    private string Take(LazyRegex form, string key)
    {
        if (form.Match(text, at) is not { Success: true } match)
            throw Wrong(at, JsonPart.Value, key);
        at += match.Length;
        return match.Value;
    }

    private void Blanks()
    {
        while (at < text.Length && (text[at] is ' ' or '\t' or '\r' or '\n' || Comment()))
            at++;
    }

    // To its last character, after which the search goes on.
    private bool Comment()
    {
        if (!IsLenient || text[at] != '/' || at + 1 == text.Length || text[at + 1] is not ('/' or '*'))
            return false;
        var isLine = text[at + 1] == '/';
        var end = isLine ? text.IndexOfAny(LineEnds, at) : text.IndexOf("*/", at + 2, StringComparison.Ordinal);
        if (end < 0 && !isLine)
            throw Wrong(at, "The comment is not closed; write */ at its end");
        if (isLine && end >= 0 && text[end] > '\r')
            throw Wrong(end, JsonPart.Comma, "");
        at = end < 0 ? text.Length - 1 : isLine ? end : end + 1;
        return true;
    }

    private char Peek() => at < text.Length ? text[at] : throw Wrong(at, TooShort());

    private string TooShort()
    {
        if (open.Count == 0)
            return "There is no JSON here; write a value";
        var closing = string.Concat(open.Select(start => text[start] == '{' ? '}' : ']'));
        return $"The JSON ends while the '{text[open.Peek()]}' at {JsonProblem.Place(text, open.Peek())} is still open; "
            + $"add what is missing, and '{closing}' at the end";
    }

    private FormatException Wrong(JsonPart expected) => Wrong(at, expected, "");

    private FormatException Wrong(int place, JsonPart expected, string key) =>
        Wrong(place, JsonMistake.Describe(text, place, expected, key));

    private FormatException Wrong(int place, string message)
    {
        problem = new(place, message);
        return new(message);
    }
}
