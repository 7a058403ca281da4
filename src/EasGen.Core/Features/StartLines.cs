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

    public static readonly Rule EAS0206_CommandIsOneProgram = Rule.Warning("EAS0206", "Command uses shell syntax")
        .When(static service =>
        {
            foreach (var start in service.Once(ContainerStart.Of))
            {
                var commands = start.Command.Commands;
                if (commands.Count > 0
                    && Array.IndexOf(ShellOnly, commands[0].End) >= 0
                    && (commands.Count > 1 || commands[0].End is not ("&" or "\n")))
                    service.Report(
                        start.Command.Place,
                        $"A command runs without a shell, but '{commands[0].End.Replace("\n", "\\n")}' needs one; "
                        + $"set {Container.Script} instead of {Container.Command}");
            }
        });

    public static readonly Rule EAS0211_ScriptPassesSignals = Rule.Warning("EAS0211", "Script hides SIGTERM from the program")
        .When(static service =>
        {
            foreach (var start in service.Once(ContainerStart.Of))
            {
                if (Hidden(start.Script) is not { } program)
                    continue;
                var script = start.Container[Container.Script]!;
                service.Report(
                    start.Script.Place,
                    "The shell does not pass SIGTERM on, so the program never stops gracefully; start it with 'exec dotnet …'",
                    new("Start it with exec", script.Insert(program.Start, "exec ")));
            }
        });

    public static readonly Rule EAS0213_ModelIsMounted = Rule.Warning("EAS0213", "Start line names a file in OSS")
        .When(static service =>
        {
            foreach (var start in service.Once(ContainerStart.Of))
            {
                foreach (var read in start.Programs.SelectMany(Read).GroupBy(static told => told.Place).Select(static told => told.First()))
                    service.Report(
                        read.Place,
                        $"The program may not be able to read '{read.Text}'; "
                        + $"mount the folder with {OssMount.FeatureType} and use the mount path instead");
            }
        });

    public static readonly Rule[] Rules = [EAS0206_CommandIsOneProgram, EAS0211_ScriptPassesSignals, EAS0213_ModelIsMounted];

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
        foreach (var variable in program.Assigned.All)
        {
            if (Address(variable.Value.Text) is { } address && !IsWritten(variable.Key))
                yield return new(address, variable.Value.Place);
        }
        var before = "";
        foreach (var argument in program.Arguments)
        {
            var isOption = argument.Text.StartsWith("-", StringComparison.Ordinal);
            var name = isOption ? argument.Text.Split('=')[0] : before;
            if (Address(argument.Text) is { } address && !IsWritten(name))
                yield return new(address, argument.Place);
            before = isOption ? name : "";
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
