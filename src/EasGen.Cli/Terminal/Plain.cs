namespace EasGen.Cli.Terminal;

/// <summary>Text of unknown origin for a line of a report: a path, a key or a value may hold anything, also what a terminal takes for a command.</summary>
internal static class Plain
{
    // Nobody reads a name of a megabyte.
    private const int Longest = 2000;

    public static string Line(string text)
    {
        var line = text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest), "…");
        return line.AsSpan().IndexOfAnyInRange('\0', '\u001f') < 0 && line.AsSpan().IndexOfAnyInRange('\u007f', '\u009f') < 0
            ? line
            : new([.. line.Select(static sign => char.IsControl(sign) ? '\uFFFD' : sign)]);
    }
}
