namespace EasGen.Core;

/// <summary>
/// Text of unknown origin, which may hold anything, also what a terminal, an editor or the log of a CI system takes for a command.
/// </summary>
internal static class PlainText
{
    private const char Replacement = '\uFFFD';

    // What Azure Pipelines, GitHub Actions and TeamCity obey wherever it stands in a line of a log.
    private static readonly LazyRegex Command = new("#(?=#[A-Za-z]*\\[)");

    // Copies of ASCII that nobody sees and a language model reads, and the rare ones of what chooses the form of a sign.
    private static readonly LazyRegex Tag = new("\uDB40[\uDC00-\uDFFF]");

    /// <summary>The text on one line, of the same length, without what anyone obeys.</summary>
    public static string Line(string text) => WithoutCommands(Replaced(text, tabsStay: false));

    /// <summary>The same for a line of a file, whose tabs stay.</summary>
    public static string FileLine(string text) => WithoutCommands(Replaced(text, tabsStay: true));

    /// <summary>False for a sign that is not to be seen: controls, ends of lines, changes of the direction.</summary>
    public static bool IsPlain(char sign) => sign is not (
        < ' ' or (>= '\u007F' and <= '\u009F') or '\u00AD' or '\u061C' or '\u180E' or '\u200B' or '\u200E' or '\u200F'
        or (>= '\u2028' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or '\uFEFF' or (>= '\uFFF9' and <= '\uFFFB'));

    // The text itself where there is nothing to replace, as in nearly all.
    private static string Replaced(string text, bool tabsStay)
    {
        char[]? plain = null;
        for (var i = 0; i < text.Length; i++)
        {
            // First what nearly all signs are.
            if (text[i] is (>= ' ' and <= '~') || IsPlain(text[i]) || (tabsStay && text[i] == '\t'))
                continue;
            plain ??= text.ToCharArray();
            plain[i] = Replacement;
        }
        return plain is null ? text : new(plain);
    }

    private static string WithoutCommands(string line)
    {
        if (line.IndexOf('\uDB40') >= 0)
            line = Tag.Replace(line, static _ => new(Replacement, 2));
        if (line.Contains("##"))
            line = Command.Replace(line, static _ => Replacement.ToString());
        // GitHub Actions obeys this at the start of a line.
        var start = line.Length - line.TrimStart().Length;
        return string.CompareOrdinal(line, start, "::", 0, 2) == 0
            ? $"{line.Substring(0, start)}{Replacement}{line.Substring(start + 1)}"
            : line;
    }
}
