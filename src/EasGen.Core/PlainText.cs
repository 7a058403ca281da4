namespace EasGen.Core;

/// <summary>Text of unknown origin, which may hold anything, also what a terminal or a log takes for a command.</summary>
internal static class PlainText
{
    /// <summary>The text on one line, without control characters.</summary>
    public static string Line(string text) =>
        text.Any(char.IsControl) ? new([.. text.Select(static sign => char.IsControl(sign) ? '\uFFFD' : sign)]) : text;
}
