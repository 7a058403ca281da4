using System.Diagnostics;
using System.Text.Json;

namespace EasGen.Benchmarks.Allocations;

/// <summary>
/// Measures what is allocated, and records it: in the file that a test compares with, and in the README. The measuring process is one in
/// which the runtime compiles each method once, with all optimizations: otherwise it does so again in the middle, and other bytes come out.
/// </summary>
internal static class AllocationRun
{
    public const string Argument = "allocations";
    private const string Child = "allocations-child";

    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true };

    /// <summary>True when the arguments asked for this.</summary>
    public static bool Run(string[] args)
    {
        switch (args)
        {
            case [Argument]:
                var figures = JsonSerializer.Deserialize<Figure[]>(InNewProcess())!;
                var (few, many) = (Figures.Cold(1_000), Figures.Cold(5_000));
                File.WriteAllText(Page.At("Allocations/recorded.json"), Json(figures) + "\n");
                Page.Write("allocations", [.. Table(figures), "", FormattableString.Invariant(
                    $"5,000 classes of 9 attributes cost {5.0 * many.EasGen / few.EasGen:F2} times what 1,000 of them do, cold.")]);
                return true;
            case [Child]:
                Console.WriteLine(Json([.. Figures.All()]));
                return true;
            default:
                return false;
        }
    }

    private static string InNewProcess()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, Child) { RedirectStandardOutput = true };
        start.Environment["DOTNET_TieredCompilation"] = "0";
        using var process = Process.Start(start)!;
        var figures = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return figures;
    }

    private static string Json(Figure[] figures) => JsonSerializer.Serialize(figures, Options);

    private static IEnumerable<string> Table(Figure[] figures) =>
    [
        "| allocated | beside it | EasGen | |",
        "|---|---|---|---|",
        .. figures.Select(static figure => figure.Workload.StartsWith("keystroke", StringComparison.Ordinal)
            ? FormattableString.Invariant(
                $"| {figure.Workload} | {Kilobytes(figure.Floor)} | | **{Kilobytes(figure.EasGen - figure.Floor)}** more |")
            : FormattableString.Invariant(
                $"| {figure.Workload} | {Kilobytes(figure.Floor)} | {Kilobytes(figure.EasGen)} | **{Ratio(figure):F2}** |")),
    ];

    private static double Ratio(Figure figure) => (double)figure.EasGen / figure.Floor;

    private static string Kilobytes(long bytes) => FormattableString.Invariant($"{bytes / 1000.0:F1} kB");
}
