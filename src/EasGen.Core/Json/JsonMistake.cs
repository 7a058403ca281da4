using System.Globalization;

namespace EasGen.Core.Json;

/// <summary>What JSON has at a place.</summary>
internal enum JsonPart
{
    Value,
    Key,

    /// <summary>What stands between a key and its value.</summary>
    Colon,

    /// <summary>A comma, or the end of the object or list.</summary>
    Comma,

    /// <summary>Nothing, after the whole value.</summary>
    End,
}

/// <summary>Says what stands in a text instead of what JSON has there, and what to write.</summary>
internal static class JsonMistake
{
    // Longer ones are shortened.
    private const int Shown = 24;

    private const string Quotes = "\u201C\u201D\u201E\u201F\u2018\u2019\u201A\u201B\u00AB\u00BB\u2032\u2033\u300C\u300D\u300E\u300F";

    private const string Spaces = "\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000";

    private const string Unseen = "\u00AD\u180E\u200B\u200C\u200D\u200E\u200F\u2028\u2029\u2060\u2066\u2067\u2068\u2069\uFEFF";

    // The signs of East Asian keyboards that have no straight twin in the block of wide forms.
    private static readonly Dictionary<char, char> Wide = new()
    {
        ['\u3001'] = ',',
        ['\u3010'] = '[',
        ['\u3011'] = ']',
        ['\u3014'] = '[',
        ['\u3015'] = ']',
        ['\uFE55'] = ':',
        ['\u2236'] = ':',
    };

    // As other languages write what JSON writes in small letters.
    private static readonly Dictionary<string, string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["true"] = "true",
        ["yes"] = "true",
        ["on"] = "true",
        ["false"] = "false",
        ["no"] = "false",
        ["off"] = "false",
        ["null"] = "null",
        ["none"] = "null",
        ["nil"] = "null",
        ["undefined"] = "null",
    };

    private static readonly string[] Literals = ["true", "false", "null"];

    private static readonly string[] NoNumbers = ["NaN", "Infinity", "Inf"];

    private static readonly LazyRegex Word = new(@"\G[+-]?[\p{L}\p{N}_.$@/\\+-]+");

    /// <summary>What is wrong at a character.</summary>
    /// <param name="text">The text, which has that character.</param>
    /// <param name="at">The character.</param>
    /// <param name="expected">What JSON has there.</param>
    /// <param name="key">The key that the place belongs to; empty where it belongs to none.</param>
    public static string Describe(string text, int at, JsonPart expected, string key) =>
        Sign(text, at) ?? expected switch
        {
            JsonPart.Key => InsteadOfKey(text, at),
            JsonPart.Value => InsteadOfValue(text, at, key),
            JsonPart.Colon => text[at] == '='
                ? "JSON has ':' between a key and its value, not '='; write ':'"
                : $"The colon is missing after the key '{Short(key)}'; write ':' and a value",
            JsonPart.Comma => InsteadOfComma(text, at),
            _ => InsteadOfEnd(text, at),
        };

    /// <summary>What is wrong with a character after a backslash.</summary>
    public static string Escape(string text, int at) => text[at] switch
    {
        'u' => @"'\u' needs four hexadecimal digits, as in \u00e9",
        '\'' => @"'\'' is not an escape in JSON; write ' without the backslash",
        _ => $@"'\{Character(text, at)}' is not an escape in JSON; write a backslash in a text as \\",
    };

    /// <summary>What is wrong with a control character in a text.</summary>
    public static string Control(char sign) => sign switch
    {
        '\n' or '\r' => "The line ends inside of a text; close the text with \", or write a line break in it as \\n",
        '\t' => "There is a tab in a text; write it as \\t",
        _ => $"There is a control character ({Code(sign)}) in a text; "
            + $"delete it, or write it as \\u{((int)sign).ToString("x4", CultureInfo.InvariantCulture)}",
    };

    /// <summary>A value without quotes, which a message quotes; null for a key, and for a word that means a value of JSON.</summary>
    public static string? BareValue(string text, int at)
    {
        if (Word.Match(text, at) is not { Success: true } word || Words.ContainsKey(word.Value))
            return null;
        var (start, end) = (at - 1, at + word.Length);
        while (start >= 0 && char.IsWhiteSpace(text[start]))
            start--;
        while (end < text.Length && char.IsWhiteSpace(text[end]))
            end++;
        var isKey = start >= 0 && text[start] is '{' or ',' && end < text.Length && text[end] == ':';
        return isKey ? null : word.Value;
    }

    // What is wrong wherever it stands.
    private static string? Sign(string text, int at)
    {
        var sign = text[at];
        if (sign == '\uFF02' || Quotes.IndexOf(sign) >= 0)
            return $"'{sign}' ({Code(sign)}) is a typographic quotation mark; write a straight one (\")";
        if (Wide.TryGetValue(sign, out var straight) || IsWide(sign, out straight))
            return $"'{sign}' ({Code(sign)}) is a full-width character; write '{straight}'";
        if (Spaces.IndexOf(sign) >= 0)
            return $"There is a {(sign == '\u00A0' ? "no-break" : "special")} space ({Code(sign)}), which JSON does not allow; "
                + $"write an ordinary space";
        if (sign == '\uFEFF')
            return "There is a byte order mark (U+FEFF) inside the text; delete it";
        if (Unseen.IndexOf(sign) >= 0 || char.IsControl(sign))
            return $"There is an invisible character ({Code(sign)}), which JSON does not allow; delete it";
        return sign switch
        {
            '\'' => "JSON uses double quotes; write \" instead of '",
            '`' => "JSON uses double quotes; write \" instead of `",
            '#' => "'#' does not begin a comment in JSON; delete the comment",
            ';' => "';' separates nothing in JSON; write a comma",
            '\u2026' => $"'{sign}' means something that is left out; write it, or delete the dots",
            '.' when Begins(text, at, "...") => "'...' means something that is left out; write it, or delete the dots",
            '/' when Begins(text, at, "//") || Begins(text, at, "/*") => "JSON has no comments; delete the comment",
            '<' when text.Substring(0, at).Trim().Length == 0 => "This looks like HTML or XML, such as an error page, and is not JSON",
            '<' or '>' => $"'{sign}' does not occur in JSON outside of text; fill in what it means, in double quotes if it is text",
            '(' or ')' => $"'{sign}' does not occur in JSON; write a list in [ ]",
            '{' when Begins(text, at, "{{") || (at > 0 && text[at - 1] == '{') =>
                "'{{' looks like a part of a template; fill in its value first, in double quotes if it is text",
            '%' when at > 0 && text[at - 1] == '{' => "'{%' looks like a part of a template; fill in the template first",
            _ => null,
        };
    }

    private static string InsteadOfKey(string text, int at) => text[at] switch
    {
        ',' => "There is a comma too many; delete it",
        ':' => "The key is missing before ':'; write it in double quotes",
        ']' => "']' closes a list, but an object is open here; write '}'",
        '{' or '[' => $"A key is missing before '{text[at]}'; write one in double quotes, and a colon",
        _ when WordAt(text, at) is { } word => $"The key '{word}' has no quotes; write \"{word}\"",
        _ => $"'{Character(text, at)}' does not begin a key in JSON; write a key in double quotes",
    };

    private static string InsteadOfValue(string text, int at, string key)
    {
        if (text[at] is '}' or ']' or ',' or ':')
            return key.Length > 0 ? $"The value of '{Short(key)}' is missing; write one, or delete the key"
                : text[at] == ',' ? "There is a comma too many; delete it"
                : $"A value is missing before '{text[at]}'";
        if (WordAt(text, at) is not { } word)
            return $"'{Character(text, at)}' does not begin a value in JSON; put text in double quotes";
        var bare = word.TrimStart('-', '+');
        if (Array.Exists(NoNumbers, no => string.Equals(no, bare, StringComparison.OrdinalIgnoreCase)))
            return $"'{word}' is not a number in JSON; write a number, or null";
        if (Words.TryGetValue(word, out var right) || (right = Array.Find(Literals, one => IsSlip(word, one))) is not null)
            return $"'{word}' is not JSON; write {right}";
        return bare.Length == 0 || bare[0] is '.' || char.IsDigit(bare[0])
            ? $"'{word}' is not a number in JSON; write one such as 12, 0.5 or -1e3, or put text in double quotes"
            : $"'{word}' is not JSON; put text in double quotes";
    }

    // One letter too many, too few or another, or two that changed places.
    private static bool IsSlip(string word, string literal) => EditDistance.Between(word, literal) == 1
        || (word.Length == literal.Length && word.OrderBy(static sign => sign).SequenceEqual(literal.OrderBy(static sign => sign)));

    private static string InsteadOfComma(string text, int at) => text[at] switch
    {
        ':' => "There is a colon too many; delete it",
        '=' => "JSON has ':' between a key and its value, and '=' nowhere; put the whole text in double quotes",
        ']' => "']' closes a list, but an object is open here; write '}'",
        '}' => "'}' closes an object, but a list is open here; write ']'",
        not '"' when text[at - 1] == '"' => "The text ends at the quotation mark before this; write one inside of a text as \\\"",
        _ => "A comma is missing before this; add one",
    };

    private static string InsteadOfEnd(string text, int at)
    {
        var next = text.Substring(at).TrimStart(',', ' ', '\t', '\r', '\n');
        return text[at] switch
        {
            '}' or ']' => $"'{text[at]}' closes nothing; delete it",
            ':' => "There is a key outside of an object; put { before the first key, and } at the end",
            _ when next.Length > 0 && next[0] is '{' or '[' => "A second JSON document begins here; keep one in a file",
            ',' => "There is a comma too many; delete it",
            _ => "There is text after the end of the JSON; delete it",
        };
    }

    // Letters and digits of any script, and what stands between them in names, paths and numbers.
    private static string? WordAt(string text, int at) => Word.Match(text, at) is { Success: true } word ? Short(word.Value) : null;

    private static string Short(string name) => name.Length > Shown ? name.Substring(0, Shown) + "…" : name;

    // Both halves of a pair.
    private static string Character(string text, int at) =>
        text.Substring(at, at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 1);

    // The block of wide forms repeats the printable ones of ASCII.
    private static bool IsWide(char sign, out char straight)
    {
        straight = (char)(sign - '\uFF01' + '!');
        return sign is >= '\uFF01' and <= '\uFF5E';
    }

    private static bool Begins(string text, int at, string with) => string.CompareOrdinal(text, at, with, 0, with.Length) == 0;

    private static string Code(char sign) => "U+" + ((int)sign).ToString("X4", CultureInfo.InvariantCulture);
}
