using System.Globalization;
using System.Text;

namespace EasGen.Core.Json;

/// <summary>
/// Takes the JSON in an attribute's argument apart, for the compiler, which loads no library that could; whoever reads
/// files uses System.Text.Json. Strict, as RFC 8259 is; settings files of .NET may hold comments and commas behind the last item.
/// </summary>
internal sealed class JsonParser
{
    private const int Deepest = JsonPointer.Deepest;

    private static readonly LazyRegex Digits = new(@"\G-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

    private readonly string text;
    private readonly bool isLenient;
    private int at;

    private JsonParser(string text, bool isLenient) => (this.text, this.isLenient) = (text, isLenient);

    /// <summary>The value, or null and what is wrong, and where.</summary>
    public static JsonNode? Parse(string text, out string problem) => Parse(text, isLenient: false, out problem);

    /// <summary>As the settings files of .NET are read; null when the text is no JSON.</summary>
    public static JsonNode? ParseSettings(string text) => Parse(text, isLenient: true, out _);

    private static JsonNode? Parse(string text, bool isLenient, out string problem)
    {
        var parser = new JsonParser(text, isLenient);
        try
        {
            var value = parser.Value(0);
            parser.Blanks();
            if (parser.at < text.Length)
                throw new FormatException("there is text after the value");
            problem = "";
            return value;
        }
        catch (FormatException wrong)
        {
            problem = FormattableString.Invariant($"character {parser.at + 1}: {wrong.Message}");
            return null;
        }
    }

    private JsonNode Value(int depth)
    {
        if (depth > Deepest)
            throw new FormatException($"it is nested more than {Deepest} levels deep");
        Blanks();
        var start = at;
        var value = Peek() switch
        {
            '{' => Object(depth),
            '[' => List(depth),
            '"' => JsonNode.String(Text()),
            't' => Word("true", JsonNode.Boolean(true)),
            'f' => Word("false", JsonNode.Boolean(false)),
            'n' => Word("null", JsonNode.Null()),
            _ => JsonNode.Number(Number()),
        };
        return value.At(start, at);
    }

    private JsonNode Object(int depth)
    {
        var made = JsonNode.Object();
        foreach (var _ in Members('}'))
        {
            var key = Peek() == '"' ? Text() : throw new FormatException("a key in quotes is missing");
            if (made.Find(key) is not null)
                throw new FormatException($"the key '{key}' is given twice");
            Blanks();
            Take(':');
            made.Add(key, Value(depth + 1));
        }
        return made;
    }

    private JsonNode List(int depth) => JsonNode.Array(Members(']').Select(_ => Value(depth + 1)));

    // Stands before each member in turn, and behind the closing sign at the end.
    private IEnumerable<int> Members(char close)
    {
        at++;
        Blanks();
        for (var count = 0; Peek() != close; count++)
        {
            if (count > 0)
                Take(',');
            Blanks();
            if (isLenient && Peek() == close)
                break;
            yield return count;
            Blanks();
        }
        at++;
    }

    private string Text()
    {
        var read = new StringBuilder();
        at++;
        while (Peek() != '"')
        {
            if (text[at] < ' ')
                throw new FormatException("a text contains a control character; escape it");
            read.Append(text[at++] is '\\' and var c ? Escaped() : text[at - 1]);
        }
        at++;
        return read.ToString();
    }

    private char Escaped()
    {
        var sign = Peek();
        at++;
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
            _ => throw new FormatException($"'\\{sign}' is not a JSON escape"),
        };
    }

    private char Unicode(ushort code)
    {
        at += 4;
        return (char)code;
    }

    private string Number()
    {
        var match = Digits.Match(text, at);
        if (!match.Success)
            throw new FormatException($"a value is missing before '{Peek()}'");
        at += match.Length;
        return match.Value;
    }

    private JsonNode Word(string word, JsonNode value)
    {
        if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0)
            throw new FormatException("a value is missing; put text in quotes");
        at += word.Length;
        return value;
    }

    private void Blanks()
    {
        while (at < text.Length && (text[at] is ' ' or '\t' or '\r' or '\n' || Comment()))
            at++;
    }

    // To its last character, behind which the search goes on.
    private bool Comment()
    {
        if (!isLenient || text[at] != '/' || at + 1 == text.Length || text[at + 1] is not ('/' or '*'))
            return false;
        var end = text[at + 1] == '/' ? text.IndexOf('\n', at) : text.IndexOf("*/", at + 2, StringComparison.Ordinal);
        at = end < 0 ? text.Length : text[at + 1] == '/' ? end : end + 1;
        return true;
    }

    private char Peek() => at < text.Length ? text[at] : throw new FormatException("it ends too early");

    private void Take(char sign)
    {
        if (Peek() != sign)
            throw new FormatException($"'{sign}' is missing before '{Peek()}'");
        at++;
    }
}
