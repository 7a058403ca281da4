using System.Text.RegularExpressions;
using EasGen.Cli.Terminal;

namespace EasGen.Cli.Rules;

/// <summary>A page in the little Markdown that the rule book uses, for a terminal: headings, paragraphs, code.</summary>
internal static class RulePage
{
    private const int Width = 100;

    public static void Write(string markdown, Screen output)
    {
        var isCode = false;
        foreach (var line in markdown.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
                isCode = !isCode;
            else if (isCode)
                output.WriteLine(line.Length == 0 ? "" : $"    {line}", Styles.Quiet);
            else if (line.StartsWith('#'))
                output.WriteLine(line.TrimStart('#', ' '), Styles.Strong);
            else
                Wrap(Plain(line), output);
        }
    }

    // A link is its text and its address, and what stands in backticks needs none here.
    private static string Plain(string line) =>
        Regex.Replace(line, @"\[([^\]]*)\]\(([^)]*)\)", "$1 ($2)").Replace("`", "", StringComparison.Ordinal);

    private static void Wrap(string paragraph, Screen output)
    {
        var line = "";
        foreach (var word in paragraph.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > Width)
            {
                output.WriteLine(line);
                line = "";
            }
            line = line.Length == 0 ? word : $"{line} {word}";
        }
        output.WriteLine(line);
    }
}
