namespace EasGen.Build;

/// <summary>C# in which spaces stand for comments and texts, so that what is left of it is code at its own places.</summary>
internal static class MaskedSource
{
    public static string Of(string source)
    {
        var masked = source.ToCharArray();
        for (var i = 0; i < source.Length;)
        {
            var end = End(source, i);
            for (var at = i; at < end; at++)
            {
                if (masked[at] is not ('\r' or '\n'))
                    masked[at] = ' ';
            }
            i = Math.Max(end, i + 1);
        }
        return new string(masked);
    }

    // Where the comment or text that begins here ends; here, if none begins.
    private static int End(string source, int start) => source[start] switch
    {
        '/' when Has(source, "//", start) => Behind(source, "\n", start),
        '/' when Has(source, "/*", start) => Behind(source, "*/", start + 2),
        '"' when Has(source, "\"\"\"", start) && !IsVerbatim(source, start) => EndOfRaw(source, start),
        '"' => EndOfText(source, start, IsVerbatim(source, start)),
        '\'' => EndOfText(source, start, isVerbatim: false),
        _ => start,
    };

    private static int EndOfRaw(string source, int start)
    {
        var quotes = source.Skip(start).TakeWhile(static c => c == '"').Count();
        return Behind(source, new string('"', quotes), start + quotes);
    }

    // What is not verbatim ends at the end of its line at the latest.
    private static int EndOfText(string source, int start, bool isVerbatim)
    {
        for (var i = start + 1; i < source.Length; i++)
        {
            if (source[i] == '\n' && !isVerbatim)
                return i;
            if (source[i] == '\\' && !isVerbatim)
                i++;
            else if (source[i] == source[start] && isVerbatim && i + 1 < source.Length && source[i + 1] == '"')
                i++;
            else if (source[i] == source[start])
                return i + 1;
        }
        return source.Length;
    }

    private static bool IsVerbatim(string source, int quote) =>
        quote > 0 && (source[quote - 1] == '@' || (source[quote - 1] == '$' && quote > 1 && source[quote - 2] == '@'));

    private static bool Has(string source, string part, int at) => string.CompareOrdinal(source, at, part, 0, part.Length) == 0;

    private static int Behind(string source, string part, int from) =>
        source.IndexOf(part, Math.Min(from, source.Length), StringComparison.Ordinal) is >= 0 and var at ? at + part.Length : source.Length;
}
