using System.Text;

namespace EasGen.Core.Starting;

/// <summary>A word that was meant as a part of the command before it, and that the shell takes for a command of its own.</summary>
/// <param name="Text">Such as <c>--port</c>, behind a line break.</param>
/// <param name="After">The operator that makes it one; empty at the beginning of the text.</param>
/// <param name="InShell">False where no shell runs the line, and only its writer thinks of one.</param>
internal sealed record StrayWord(string Text, string After, bool InShell)
{
    /// <summary>The operator of a command that a comment ends.</summary>
    public const string Comment = "#";

    /// <summary>True when a command begins with one: an option, an address or, in a list that a semicolon cuts, a port.</summary>
    public static bool Begins(List<ShellCommand> commands, int at)
    {
        var word = commands[at].Words[0].Text;
        var isStray = (word.Length > 1 && word[0] == '-' && (word[1] == '-' || char.IsLetter(word[1])))
            || (word.IndexOf("://", StringComparison.Ordinal) > 0 && Variables.Assigned(word) is null)
            || (OperatorBefore(commands, at) == ";" && ListenText.Parse(word)?.Port is not null);
        return isStray && !IsPattern(commands, at);
    }

    /// <summary>The operator in front of a command.</summary>
    public static string OperatorBefore(List<ShellCommand> commands, int at) =>
        at == 0 ? "" : commands[at - 1].HasComment ? Comment : commands[at - 1].End;

    /// <summary>The script as it was meant: lines that go on, and lists in quotes; null when that cannot be told.</summary>
    public static string? Mended(string script)
    {
        var commands = ShellReader.Read(script, inShell: true).Commands;
        var (mended, done) = (new StringBuilder(), 0);
        for (var i = 0; i < commands.Count; i++)
        {
            if (!Begins(commands, i))
                continue;
            if (i == 0)
                return null;
            var (before, word) = (commands[i - 1].Words[commands[i - 1].Words.Count - 1], commands[i].Words[0]);
            if (before.Start < done)
                continue;
            var between = script.Substring(before.End, word.Start - before.End);
            if (commands[i - 1].End == "\n" && between.Trim().Length == 0 && between.IndexOf('\n') == between.LastIndexOf('\n')
                && LineEnd(before) is { } end)
            {
                mended.Append(script, done, end - done).Append(script[end - 1] is ' ' or '\t' ? "\\" : " \\");
                done = before.End + between.IndexOf('\n');
            }
            else if (between == ";" && word.Text[0] == '-')
            {
                mended.Append(script, done, before.End - done).Append(' ');
                done = word.Start;
            }
            else if (between == ";" && Quoted(script, commands, i) is var (start, behind, text))
            {
                mended.Append(script, done, start - done).Append(text);
                done = behind;
            }
            else
            {
                return null;
            }
        }
        return mended.Append(script, done, script.Length - done).ToString();
    }

    // -p|--port) in a case.
    private static bool IsPattern(List<ShellCommand> commands, int at)
    {
        while (at + 1 < commands.Count && commands[at].IsPiped)
            at++;
        return commands[at].End == ")";
    }

    // Where the line ends that goes on; before a backslash that a blank follows.
    private static int? LineEnd(ShellWord last) =>
        last.Text.Trim().Length == 0 ? last.Start : last.Text.EndsWith(" ", StringComparison.Ordinal) ? null : last.End;

    // The list around the semicolon, in quotes; of an assignment only the value.
    private static (int Start, int Behind, string Text)? Quoted(string script, List<ShellCommand> commands, int at)
    {
        var start = commands[at - 1].Words[commands[at - 1].Words.Count - 1].Start;
        var last = commands[at].Words[0];
        while (commands[at] is { Words.Count: 1, End: ";" }
            && at + 1 < commands.Count && Begins(commands, at + 1) && commands[at + 1].Words[0].Start == last.End + 1)
            last = commands[++at].Words[0];
        var text = script.Substring(start, last.End - start);
        if (text.IndexOfAny(['\'', '"', '\\', '$', '`', '\n']) >= 0)
            return null;
        return Variables.Assigned(text) is var (name, value)
            ? (start, last.End, $"{name}='{value}'")
            : (start, last.End, $"'{text}'");
    }
}
