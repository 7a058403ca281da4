using System.Globalization;
using EasGen.Core;

namespace EasGen.Cli.Terminal;

/// <summary>
/// Parts of a report's lines. Text of unknown origin, a path, a key or a value, may hold anything, also what a terminal
/// takes for a command.
/// </summary>
internal static class Plain
{
    // Nobody reads a name of a megabyte.
    private const int Longest = 2000;

    /// <summary>So many things: <c>1 service</c>, <c>2 services</c>.</summary>
    public static string Number(int count, string of) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {of}{(count == 1 ? "" : "s")}");

    /// <summary>The text on one line, without what a terminal or a log obeys.</summary>
    public static string Line(string text) =>
        PlainText.Line(text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest), "…"));
}
