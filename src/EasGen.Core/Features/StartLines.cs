using EasGen.Core.Starting;

namespace EasGen.Core.Features;

/// <summary>The form of what starts the program of a container: what needs a shell, what a shell hides, what no program can read.</summary>
internal static class StartLines
{
    private const string Oss = "oss://";

    // What an option's name begins with when the program writes there.
    private static readonly string[] Written =
    [
        "out", "result", "save", "export", "dump", "upload", "dest", "target", "write", "report", "record", "log",
    ];

    private static readonly string[] OssTools = ["ossutil", "ossfs", "aliyun", "jindo", "rclone", "hadoop"];

    private static readonly string[] ShellOnly = ["&&", "||", ";", "|", "&", "\n"];

    // What a shell does itself.
    private static readonly string[] Builtins =
        ["exec", "export", "source", ".", "cd", "set", "eval", "ulimit", "umask", "trap", "if", "for", "while"];

    private static readonly LazyRegex Redirection = new(@"^(?:[0-9]?>>?|&>>?|[0-9]?>&[0-9])(?:[^>=].*)?\z");

    public static readonly Rule EAS0206_CommandIsOneProgram = Rule.Warning("EAS0206", "Command uses shell syntax")
        .When(static service =>
        {
            foreach (var start in ContainerStart.Of(service))
            {
                if (NeedsShell(start.Command.Commands) is { } sign)
                    service.Report(
                        start.Command.Place,
                        $"A command runs without a shell, but '{sign}' needs one; "
                        + $"set {Container.Script} instead of {Container.Command}");
            }
        });

    public static readonly Rule EAS0211_ScriptPassesSignals = Rule.Warning("EAS0211", "Script hides SIGTERM from the program")
        .When(static service =>
        {
            foreach (var start in ContainerStart.Of(service))
            {
                var program = Hidden(start.Script);
                if (program is null)
                    continue;
                var script = start.Container[Container.Script]!;
                service.Report(
                    start.Script.Place,
                    "The shell does not pass SIGTERM on, so the program never stops gracefully; start it with 'exec dotnet …'",
                    new Fix("Start it with exec", script.Insert(program.Value.Start, "exec ")).Certainly());
            }
        });

    public static readonly Rule EAS0213_ModelIsMounted = Rule.Warning("EAS0213", "Start line names a file in OSS")
        .When(static service =>
        {
            foreach (var start in ContainerStart.Of(service))
            {
                var places = default(HashSet<string>);
                foreach (var program in start.Programs)
                {
                    foreach (var read in Read(program))
                    {
                        if ((places ??= new(StringComparer.Ordinal)).Add(read.Place))
                            service.Report(
                                read.Place,
                                $"The program may not be able to read '{read.Text}'; "
                                + $"mount the folder with {OssMount.FeatureType} and use the mount path instead");
                    }
                }
            }
        });

    public static readonly Rule EAS0217_ArgumentIsWhole = Rule.Warning("EAS0217", "Shell takes an argument for a command")
        .When(static service =>
        {
            foreach (var start in ContainerStart.Of(service))
            {
                foreach (var line in new[] { start.Command, start.Script })
                {
                    var stray = line.Strays.FirstOrDefault(static stray => stray.InShell);
                    if (stray is null)
                        continue;
                    var word = stray.Text.Split('=')[0];
                    service.Report(
                        line.Place,
                        stray.After switch
                        {
                            "" => (Message)$"'{word}' is not a program; a script begins with the program that it starts",
                            "\n" => $"'{word}' begins a new command, as the line before it does not end with '\\'; "
                                + $"end that line with '\\' as its last character",
                            StrayWord.Comment => $"'{word}' begins a new command, as the comment before it ends the last one; "
                                + $"move the comment to another place",
                            _ => $"The shell ends the command at '{stray.After}' and takes '{word}' for another one; "
                                + $"{(word[0] == '-' ? $"remove the '{stray.After}'" : "put the argument in quotes")}",
                        },
                        FixOf(start, line));
                }
            }
        });

    public static readonly Rule EAS0218_QuoteIsClosed = Rule.Warning("EAS0218", "Quote in a start line is not closed")
        .When(static service =>
        {
            foreach (var start in ContainerStart.Of(service))
            {
                foreach (var line in new[] { start.Command, start.Script })
                {
                    if (line.OpenQuote is { } quote)
                        service.Report(
                            line.Place,
                            $"The quote ({quote.Sign}) in line {quote.Line} is never closed, so the rest of the text belongs to it; "
                            + $"close it, or write \\{quote.Sign} for the character itself");
                }
            }
        });

    public static readonly Rule EAS0219_ScriptStays = Rule.Warning("EAS0219", "Script ends before its program")
        .When(static service =>
        {
            foreach (var start in ContainerStart.Of(service))
            {
                var (script, commands) = (start.Script, start.Script.Commands);
                if (commands.Count == 0 || !commands[commands.Count - 1].IsInBackground || script.IsBroken)
                    continue;
                var program = script.Programs
                    .LastOrDefault(static program => program.IsInBackground && !Servers.IsHelper(program))?.Name ?? "the program";
                service.Report(
                    script.Place,
                    $"The script ends while {program} runs in the background, and the container ends with it; "
                    + $"start it without '&', or end the script with 'wait'");
            }
        });

    public static readonly Rule[] Rules =
    [
        EAS0206_CommandIsOneProgram, EAS0211_ScriptPassesSignals, EAS0213_ModelIsMounted, EAS0217_ArgumentIsWhole,
        EAS0218_QuoteIsClosed, EAS0219_ScriptStays,
    ];

    private static string? NeedsShell(IReadOnlyList<ShellCommand> commands)
    {
        if (commands.Count == 0)
            return null;
        var (words, end) = (commands[0].Words, commands[0].End);
        if (Array.IndexOf(ShellOnly, end) >= 0 && (commands.Count > 1 || end is not ("&" or "\n")))
            return end.Replace("\n", "\\n");
        var first = words[0].Text;
        if (Variables.Assigned(first) is var (name, _))
            return name + "=";
        if (Array.IndexOf(Builtins, first) >= 0)
            return first;
        foreach (var word in words)
        {
            if (word.Text.IndexOf('>') >= 0 && Redirection.IsMatch(word.Text))
                return word.Text;
        }
        return null;
    }

    // The text in which the argument is whole, where the setting is the text that the shell reads.
    private static Fix? FixOf(ContainerStart start, StartLine line)
    {
        if (line != start.Script
            || StrayWord.Mended(start.Container[Container.Script]!) is not { } mended
            || StartLineReader.Read(mended, line.Place, inShell: true, [], new AssignedVariables()).IsBroken)
            return null;
        var fix = new Fix(line.Strays[0].After == "\n" ? "Join the lines" : "Put it in quotes", mended);
        return line.Strays.All(static stray => stray.After == "\n") ? fix.Certainly() : fix;
    }

    // The .NET program that ends the script, for which the shell waits.
    private static ShellWord? Hidden(StartLine script)
    {
        var count = script.Commands.Count;
        if (count == 0
            || script.Commands[count - 1].IsInBackground
            || (count > 1 && script.Commands[count - 2].IsPiped)
            || script.Programs.Any(static program => program.Name == "trap"))
            return null;
        var words = script.Commands[count - 1].Words.SkipWhile(static word => Variables.Assigned(word.Text) is not null).Take(2).ToArray();
        return words.Length == 2 && StartedProgram.NameOf(words[0].Text) == "dotnet" ? words[0] : null;
    }

    // The addresses in OSS that a program is told to read.
    private static IEnumerable<ToldValue> Read(StartedProgram program)
    {
        if (Array.Exists(OssTools, tool => program.Name.StartsWith(tool, StringComparison.Ordinal)))
            yield break;
        foreach (var variable in program.Assigned.Own)
        {
            if (Address(variable.Value.Text) is { } address && !IsWritten(variable.Key))
                yield return new(address, variable.Value.Place);
        }
        var before = "";
        foreach (var argument in program.Arguments)
        {
            var isOption = argument.Text.StartsWith("-", StringComparison.Ordinal);
            if (Address(argument.Text) is { } address && !IsWritten((isOption ? argument.Text : before).Split('=')[0]))
                yield return new(address, argument.Place);
            before = isOption ? argument.Text : "";
        }
    }

    private static bool IsWritten(string name) =>
        name
            .Split(['-', '_', '.'], StringSplitOptions.RemoveEmptyEntries)
            .Any(static part => Array.Exists(Written, start => part.StartsWith(start, StringComparison.OrdinalIgnoreCase)));

    private static string? Address(string text)
    {
        var start = text.IndexOf(Oss, StringComparison.Ordinal);
        if (start < 0 || (start > 0 && char.IsLetterOrDigit(text[start - 1])))
            return null;
        var end = text.IndexOfAny([' ', '\t', '\r', '\n', '"', '\'', ';', ',', '|', '&', ')'], start);
        return end < 0 ? text.Substring(start) : text.Substring(start, end - start);
    }
}
