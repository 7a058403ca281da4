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

    /// <summary>Takes a line apart.</summary>
    /// <param name="text">The line.</param>
    /// <param name="place">Its JSON pointer.</param>
    /// <param name="inShell">True when a shell runs it.</param>
    /// <param name="arguments">What a setting of its own adds to the last command.</param>
    public static StartLine Read(string text, string place, bool inShell, IReadOnlyList<ToldValue> arguments)
    {
        var commands = ShellReader.Read(text, inShell);
        if (arguments.Count > 0 && commands.Count > 0)
            commands[commands.Count - 1] = With(commands[commands.Count - 1], arguments);
        var (programs, exported) = (new List<StartedProgram>(), new Variables());
        foreach (var command in commands)
            Add(command, place, [], depth: 0);
        // Those of a program that only the image knows.
        if (arguments.Count > 0 && commands.Count == 0)
            programs.Add(new("", arguments, new(), IsInBackground: false));
        return new(place, commands, programs, exported);

        void Add(ShellCommand command, string place, IReadOnlyList<string> outer, int depth)
        {
            var assigned = new Variables();
            var launchers = new List<string>(outer);
            var at = 0;
            var path = Unwrap(command.Words, ref at, place, assigned, launchers);
            var name = StartedProgram.NameOf(path ?? "");
            if (path is null || name == "export")
                exported.Add(assigned);
            else if (depth < DeepestShell && Array.IndexOf(Shells, name) >= 0 && Inner(command.Words, at) is { } inner)
                AddAll(inner, command, assigned);
            else
                programs.Add(new(path, Told(command.Words, at, place), assigned, command.IsInBackground) { Launchers = launchers });

            void AddAll(ShellWord line, ShellCommand around, Variables variables)
            {
                exported.Add(variables);
                foreach (var each in ShellReader.Read(line.Text, inShell: true))
                    Add(around.IsInBackground ? each with { End = around.End } : each, line.Place ?? place, launchers, depth + 1);
            }
        }
    }

    private static ShellCommand With(ShellCommand command, IReadOnlyList<ToldValue> arguments) => command with
    {
        Words = [.. command.Words, .. arguments.Select(static argument => new ShellWord(argument.Text, 0, argument.Place))],
    };

    // The program's path, with the place behind it; null when there is none.
    private static string? Unwrap(IReadOnlyList<ShellWord> words, ref int at, string place, Variables assigned, List<string> launchers)
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
            launchers.Add(StartedProgram.NameOf(word));
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
    private static ShellWord? Inner(IReadOnlyList<ShellWord> words, int at)
    {
        for (; at < words.Count && words[at].Text.StartsWith("-", StringComparison.Ordinal); at++)
        {
            var option = words[at].Text;
            if (option.Length > 1 && option[1] != '-' && option.IndexOf('c') > 0)
                return at + 1 < words.Count ? words[at + 1] : null;
            // bash -euo pipefail -c '…'
            at += option.EndsWith("o", StringComparison.Ordinal) ? 1 : 0;
        }
        return null;
    }

    private static IReadOnlyList<ToldValue> Told(IReadOnlyList<ShellWord> words, int at, string place) =>
        [.. words.Skip(at).Select(word => new ToldValue(word.Text, word.Place ?? place))];
}
