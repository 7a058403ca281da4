using System.Runtime.CompilerServices;

namespace EasGen.Benchmarks.Checking;

/// <summary>The tool beside ajv on many files, and its start beside that of the SDK.</summary>
internal static class CheckingRun
{
    public const string Argument = "checking";

    private const int Files = 10_000;
    private const int Rounds = 9;
    private const int Starts = 21;

    private static string easgen = At("../../src/EasGen.Cli/bin/Release/net10.0/easgen");

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
            ManyFiles(folder);
            OneFile(Path.Combine(folder, "service_00000.json"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        return true;
    }

    private static void ManyFiles(string folder)
    {
        var (tool, ajv) = (new List<Command>(), new List<Command>());
        for (var round = 0; round < Rounds; round++)
        {
            tool.Add(Command.Run(easgen, "check", folder));
            ajv.Add(Command.Run("node", At("Checking/ajv.mjs"), folder));
        }

        Say($"check on {Files} files, {Rounds} rounds in turn:");
        Say($"  easgen {Files / Median(tool):F0} files/s, {tool.Max(static run => run.PeakMB):F0} MB");
        Say($"  ajv {Files / Median(ajv):F0} files/s, {ajv.Max(static run => run.PeakMB):F0} MB");
        Say($"  time, easgen / ajv {Ratio(tool, ajv)}");
    }

    private static void OneFile(string file)
    {
        var (tool, sdk) = (new List<Command>(), new List<Command>());
        for (var start = 0; start < Starts; start++)
        {
            tool.Add(Command.Run(easgen, "check", file));
            sdk.Add(Command.Run("dotnet", "--version"));
        }

        var (checking, starting) = (1000 * Median(tool), 1000 * Median(sdk));
        Say($"check on one file, {Starts} starts in turn: easgen {checking:F0} ms, dotnet --version {starting:F0} ms");
        Say($"easgen / dotnet {Ratio(tool, sdk)}");
    }

    // Of each round, so that what else the machine does hits both.
    private static string Ratio(List<Command> first, List<Command> second)
    {
        var ratios = first.Zip(second, static (one, other) => one.Seconds / other.Seconds).Order().ToArray();
        return FormattableString.Invariant($"{ratios[ratios.Length / 2]:F2} ({ratios[0]:F2} to {ratios[^1]:F2})");
    }

    private static double Median(List<Command> runs) => runs.Select(static run => run.Seconds).Order().ElementAt(runs.Count / 2);

    private static void Say(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));

    private static string At(string path, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", path));
}
