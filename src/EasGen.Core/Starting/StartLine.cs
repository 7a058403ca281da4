namespace EasGen.Core.Starting;

/// <summary>A setting that starts the program of a container, taken apart once for all rules.</summary>
/// <param name="Place">Its JSON pointer.</param>
/// <param name="Commands">Its commands, those inside of another shell's text not included.</param>
/// <param name="Programs">The programs, those included, in their order.</param>
/// <param name="Exported">The variables that the line sets for all of them.</param>
internal sealed record StartLine(
    string Place,
    IReadOnlyList<ShellCommand> Commands,
    IReadOnlyList<StartedProgram> Programs,
    Variables Exported)
{
    private const int DeepestShell = 8;

    // Words in front of a command that are none of it.
    private static readonly string[] Keywords = ["if", "then", "else", "elif", "while", "until", "do", "!", "{"];

    private static readonly string[] Shells = ["sh", "bash", "dash", "ash", "zsh", "ksh"];

    public static StartLine Read(string text, string place, bool inShell)
    {
        var commands = ShellReader.Read(text, inShell);
        var (programs, exported) = (new List<StartedProgram>(), new Variables());
        foreach (var command in commands)
            Add(command, depth: 0);
        return new(place, commands, programs, exported);

        void Add(ShellCommand command, int depth)
        {
            var assigned = new Variables();
            var at = 0;
            var path = Unwrap(command.Words, ref at, place, assigned);
            var name = StartedProgram.NameOf(path ?? "");
            if (path is null || name == "export")
                exported.Add(assigned);
            else if (depth < DeepestShell && Array.IndexOf(Shells, name) >= 0 && Inner(command.Words, at) is { } inner)
                AddAll(inner, command, assigned, depth);
            else
                programs.Add(new(path, Told(command.Words, at, place), assigned, command.IsInBackground));
        }

        void AddAll(string inner, ShellCommand outer, Variables assigned, int depth)
        {
            exported.Add(assigned);
            foreach (var command in ShellReader.Read(inner, inShell: true))
                Add(outer.IsInBackground ? command with { End = outer.End } : command, depth + 1);
        }
    }

    /// <summary>The line with more arguments for its last program.</summary>
    public StartLine With(IReadOnlyList<ToldValue> arguments)
    {
        if (arguments.Count == 0)
            return this;
        var last = Programs.Count > 0 ? Programs[Programs.Count - 1] : new("", [], new(), IsInBackground: false);
        return this with { Programs = [.. Programs.Take(Programs.Count - 1), last with { Arguments = [.. last.Arguments, .. arguments] }] };
    }

    // The program's path, with the place behind it; null when there is none.
    private static string? Unwrap(IReadOnlyList<ShellWord> words, ref int at, string place, Variables assigned)
    {
        while (at < words.Count)
        {
            var word = words[at++].Text;
            if (Variables.Assigned(word) is var (variable, value))
            {
                assigned.Add(variable, new(value, place));
                continue;
            }
            if (Array.IndexOf(Keywords, word) >= 0)
                continue;
            if (word == "export")
            {
                while (at < words.Count && Variables.Assigned(words[at].Text) is var (exported, its))
                {
                    assigned.Add(exported, new(its, place));
                    at++;
                }
                return word;
            }
            if (IsPython(StartedProgram.NameOf(word)))
                word = Module(words, ref at) ?? word;
            if (Launcher.Behind(StartedProgram.NameOf(word), words, at) is not { } behind)
                return word;
            at = behind;
        }
        return null;
    }

    // The module or the script; null when Python runs something else.
    private static string? Module(IReadOnlyList<ShellWord> words, ref int at)
    {
        while (at < words.Count)
        {
            var word = words[at].Text;
            if (word == "-c")
                return null;
            at++;
            if (word == "-m")
                return at < words.Count ? words[at++].Text : null;
            if (!word.StartsWith("-", StringComparison.Ordinal))
                return word;
            at += word is "-W" or "-X" ? 1 : 0;
        }
        return null;
    }

    private static bool IsPython(string name) =>
        name.StartsWith("python", StringComparison.Ordinal)
            && name.Skip("python".Length).All(static sign => char.IsDigit(sign) || sign == '.');

    // The text that a shell is given to run: bash -c '…', sh -lc "…".
    private static string? Inner(IReadOnlyList<ShellWord> words, int at)
    {
        for (; at < words.Count && words[at].Text.StartsWith("-", StringComparison.Ordinal); at++)
        {
            var option = words[at].Text;
            if (option.Length > 1 && option[1] != '-' && option.IndexOf('c') > 0)
                return at + 1 < words.Count ? words[at + 1].Text : null;
            // bash -euo pipefail -c '…'
            at += option.EndsWith("o", StringComparison.Ordinal) ? 1 : 0;
        }
        return null;
    }

    private static IReadOnlyList<ToldValue> Told(IReadOnlyList<ShellWord> words, int at, string place) =>
        [.. words.Skip(at).Select(word => new ToldValue(word.Text, place))];
}
