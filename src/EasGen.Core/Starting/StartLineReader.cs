namespace EasGen.Core.Starting;

/// <summary>Finds the programs of a start line, behind shells, launchers and variables.</summary>
internal sealed class StartLineReader
{
    private const int DeepestShell = 8;

    // Words in front of a command that are none of it.
    private static readonly string[] Keywords = ["if", "then", "else", "elif", "while", "until", "do", "!", "{"];

    private static readonly string[] Shells = ["sh", "bash", "dash", "ash", "zsh", "ksh"];

    // Their option -c stands behind the name of a user.
    private static readonly string[] UserShells = ["su", "runuser"];

    private readonly List<StartedProgram> programs = [];
    private readonly List<StrayWord> strays = [];
    private readonly AssignedVariables exported = new();
    private readonly Variables environment;
    private readonly bool inShell;
    private OpenQuote? openQuote;
    private bool exportsAll;

    private StartLineReader(bool inShell, Variables environment) => (this.inShell, this.environment) = (inShell, environment);

    /// <summary>Takes a line apart.</summary>
    /// <param name="text">The line.</param>
    /// <param name="place">Its JSON pointer.</param>
    /// <param name="inShell">True when a shell runs it.</param>
    /// <param name="arguments">What a setting of its own adds to the last command.</param>
    /// <param name="environment">The variables of the container.</param>
    public static StartLine Read(string text, string place, bool inShell, IReadOnlyList<ToldValue> arguments, Variables environment)
    {
        if (text.Length == 0 && arguments.Count == 0)
            return new(place, [], [], new AssignedVariables());
        var reader = new StartLineReader(inShell, environment);
        var commands = reader.CommandsOf(text, inShell);
        if (arguments.Count > 0 && commands.Count > 0)
            commands[commands.Count - 1] = With(commands[commands.Count - 1], arguments);
        reader.AddAll(commands, place, [], depth: 0);
        // Those of a program that only the image knows.
        if (arguments.Count > 0 && commands.Count == 0)
            reader.programs.Add(new("", arguments, new AssignedVariables(), IsInBackground: false));
        return new(place, commands, reader.programs, reader.exported)
        {
            Strays = reader.strays,
            OpenQuote = reader.openQuote,
        };
    }

    private List<ShellCommand> CommandsOf(string text, bool inShell)
    {
        var line = ShellReader.Read(text, inShell);
        if (line.OpenQuote is { } quote)
            openQuote ??= new(text[quote], text.Take(quote).Count(static sign => sign == '\n') + 1);
        return line.Commands;
    }

    private void AddAll(List<ShellCommand> commands, string place, IReadOnlyList<string> launchers, int depth)
    {
        for (var i = 0; i < commands.Count; i++)
        {
            if (StrayWord.Begins(commands, i))
                strays.Add(new(commands[i].Words[0].Text, StrayWord.OperatorBefore(commands, i), inShell || depth > 0));
            else
                Add(commands[i], place, launchers, depth, IsInBackground(commands, i));
        }
    }

    // a && b & leaves both of them there.
    private static bool IsInBackground(List<ShellCommand> commands, int at)
    {
        while (at + 1 < commands.Count && commands[at].End is "&&" or "||" or "|" or "|&")
            at++;
        return commands[at].IsInBackground;
    }

    private void Add(ShellCommand command, string place, IReadOnlyList<string> outer, int depth, bool inBackground)
    {
        var assigned = new AssignedVariables();
        var launchers = new List<string>(outer);
        var at = 0;
        var path = Unwrap(command.Words, ref at, place, assigned, launchers);
        var name = StartedProgram.NameOf(path ?? "");
        if (path is null || name == "export")
        {
            exported.Add(assigned, areOfShell: path is null && !exportsAll);
            for (; name == "export" && at < command.Words.Count; at++)
                exported.Export(command.Words[at].Text);
        }
        else if (depth < DeepestShell && Inner(name, command.Words, at) is { } inner)
        {
            exported.Add(assigned, areOfShell: false);
            var commands = CommandsOf(inner.Text, inShell: true);
            if (inBackground)
                commands = commands.ConvertAll(static each => each with { End = "&" });
            AddAll(commands, inner.Place ?? place, launchers, depth + 1);
        }
        else
        {
            var arguments = Told(command.Words, at, place);
            var program = new StartedProgram(path, arguments, assigned, inBackground) { Launchers = launchers };
            exportsAll |= name == "set" && (program.Mentions("-a") || program.Mentions("allexport"));
            programs.Add(program);
        }
    }

    // The program's path, with the place behind it; null when there is none.
    private string? Unwrap(IReadOnlyList<ShellWord> words, ref int at, string place, AssignedVariables assigned, List<string> launchers)
    {
        while (at < words.Count)
        {
            var word = words[at++].Text;
            if (Assign(word, place, assigned) || Array.IndexOf(Keywords, word) >= 0)
                continue;
            if (word == "export")
            {
                while (at < words.Count && Assign(words[at].Text, place, assigned))
                    at++;
                return word;
            }
            var name = StartedProgram.NameOf(word);
            if (IsPython(name))
            {
                if (Module(words, ref at) is not { } module)
                    return word;
                launchers.Add(StartedProgram.Python);
                (word, name) = (module, StartedProgram.NameOf(module));
            }
            if (Launcher.Behind(name, words, at) is not { } behind)
                return word;
            launchers.Add(name);
            at = behind;
        }
        return null;
    }

    private bool Assign(string word, string place, AssignedVariables assigned)
    {
        if (Variables.Assigned(word) is not var (name, value))
            return false;
        assigned.Add(name, new(new AssignedVariables(environment, exported, assigned).Fill(value) ?? value, place));
        return true;
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
            at = Math.Min(words.Count, at + (word is "-W" or "-X" ? 1 : 0));
        }
        return null;
    }

    private static bool IsPython(string name) =>
        name.StartsWith(StartedProgram.Python, StringComparison.Ordinal)
            && name.Skip(StartedProgram.Python.Length).All(static sign => char.IsDigit(sign) || sign == '.');

    // The text that a shell is given to run: bash -c '…', sh -lc "…", su app -c '…'.
    private static ShellWord? Inner(string name, IReadOnlyList<ShellWord> words, int at)
    {
        var hasUser = Array.IndexOf(UserShells, name) >= 0;
        if (!hasUser && Array.IndexOf(Shells, name) < 0)
            return null;
        for (; at < words.Count && (hasUser || words[at].Text.StartsWith("-", StringComparison.Ordinal)); at++)
        {
            var option = words[at].Text;
            if (option.Length > 1 && option[0] == '-' && option[1] != '-' && option.IndexOf('c') > 0)
                return at + 1 < words.Count ? words[at + 1] : null;
            // bash -euo pipefail -c '…'
            at += option.EndsWith("o", StringComparison.Ordinal) && option[0] == '-' ? 1 : 0;
        }
        return null;
    }

    private static ShellCommand With(ShellCommand command, IReadOnlyList<ToldValue> arguments) => command with
    {
        Words = [.. command.Words, .. arguments.Select(static argument => new ShellWord(argument.Text, 0, 0, argument.Place))],
    };

    private static ToldValue[] Told(IReadOnlyList<ShellWord> words, int at, string place)
    {
        var told = new ToldValue[words.Count - at];
        for (var i = 0; i < told.Length; i++)
            told[i] = new(words[at + i].Text, words[at + i].Place ?? place);
        return told;
    }
}
