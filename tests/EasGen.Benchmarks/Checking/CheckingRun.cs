namespace EasGen.Benchmarks.Checking;

/// <summary>The tool beside ajv on many files, and its start beside that of the SDK.</summary>
internal static class CheckingRun
{
    public const string Argument = "checking";

    private const int Files = 10_000;
    private const int Rounds = 21;
    private const int Starts = 21;
    private const int LargeRounds = 3;

    private static string easgen = Page.At("../../src/EasGen.Cli/bin/Release/net10.0/easgen");

    /// <summary>True when the arguments asked for this; the second may name another build of the tool, such as the installed one.</summary>
    public static bool Run(string[] args)
    {
        if (args is not [Argument, ..])
            return false;
        if (args is [_, var installed])
            easgen = installed;

        var folder = Directory.CreateTempSubdirectory("easgen-benchmark-").FullName;
        try
        {
            GeneratedFiles.Write(folder, Files);
            Page.Write(
                args.Length > 1 ? Argument + "-installed" : Argument,
                [
                    "| | easgen | beside it | ratio, median (least to most) |",
                    "|---|---|---|---|",
                    .. ManyFiles(folder),
                    OneFile(Path.Combine(folder, "service_00000.json")),
                    LargeFile(Path.Combine(folder, "large.json")),
                ]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        return true;
    }

    private static string[] ManyFiles(string folder)
    {
        var (tool, ajv) = (new List<Command>(), new List<Command>());
        for (var round = 0; round < Rounds; round++)
        {
            tool.Add(Command.Run(easgen, "check", folder));
            ajv.Add(Command.Run("node", Page.At("Checking/ajv.mjs"), folder));
        }
        return
        [
            Row($"time for {Files} files, {Rounds} rounds in turn", "ajv", "s", tool, ajv, static run => run.Seconds),
            Row("processor time", "ajv", "s", tool, ajv, static run => run.Processor),
            Row("most memory", "ajv", "MB", tool, ajv, static run => run.PeakMB),
        ];
    }

    private static string OneFile(string file)
    {
        var (tool, sdk) = (new List<Command>(), new List<Command>());
        for (var start = 0; start < Starts; start++)
        {
            tool.Add(Command.Run(easgen, "check", file));
            sdk.Add(Command.Run("dotnet", "--version"));
        }
        return Row($"time for one file, {Starts} starts in turn", "`dotnet --version`", "s", tool, sdk, static run => run.Seconds);
    }

    private static string LargeFile(string file)
    {
        GeneratedFiles.WriteLarge(file);
        var size = new FileInfo(file).Length / (1024.0 * 1024);
        return Row(
            $"most memory for a large file, {LargeRounds} rounds",
            "its size",
            "MB",
            [.. Enumerable.Range(0, LargeRounds).Select(_ => Command.Run(easgen, "check", file))],
            [.. Enumerable.Repeat(new Command(Seconds: 0, Processor: 0, PeakMB: size), LargeRounds)],
            static run => run.PeakMB);
    }

    // The ratios are those of each round, so that what else the machine does hits both.
    private static string Row(
        string what, string other, string unit, List<Command> tool, List<Command> beside, Func<Command, double> figure)
    {
        var ratios = tool.Zip(beside, (one, two) => figure(one) / figure(two)).Order().ToArray();
        return FormattableString.Invariant($"| {what} | {Median(tool, figure):G3} {unit} | {other} {Median(beside, figure):G3} {unit} ")
            + FormattableString.Invariant($"| **{ratios[ratios.Length / 2]:F2}** ({ratios[0]:F2} to {ratios[^1]:F2}) |");
    }

    private static double Median(List<Command> runs, Func<Command, double> figure) =>
        runs.Select(figure).Order().ElementAt(runs.Count / 2);
}
