using System.Diagnostics;
using System.Text.Json;
using EasGen.Testing;

namespace EasGen.Compiler.Tests.Generator;

/// <summary>
/// What generator and analyzers allocate is what is recorded, so that no change makes them dearer, or cheaper, unseen. Who means it records
/// it: <c>dotnet run -c Release --project tests/EasGen.Benchmarks -- allocations</c>.
/// </summary>
public class AllocationTests
{
    private static readonly string Benchmarks = Repository.At("tests", "EasGen.Benchmarks");

    [Fact]
    public void Are_those_that_are_recorded()
    {
        var recorded = Read(File.ReadAllText(Path.Combine(Benchmarks, "Allocations", "recorded.json")));
        var measured = Read(Measure());

        Assert.Equal(recorded.Select(static figure => figure.Workload), measured.Select(static figure => figure.Workload));
        Assert.All(
            recorded.Zip(measured),
            static pair => Assert.True(IsClose(pair.First, pair.Second), $"{pair.Second}, not {pair.First}"));
    }

    // Of a keystroke, what EasGen adds is small beside what Roslyn does, whose threads make a few kilobytes more or less.
    private static bool IsClose(Figure recorded, Figure measured) => recorded.Workload.StartsWith("keystroke", StringComparison.Ordinal)
        ? Math.Abs(measured.Added - recorded.Added) <= (0.05 * recorded.Added) + 8_000
        : Math.Abs(measured.EasGen - recorded.EasGen) <= 0.05 * recorded.EasGen;

    // In a process of its own, in which the runtime compiles each method once.
    private static string Measure()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(Benchmarks, "bin", configuration, "net10.0", "EasGen.Benchmarks.dll"));
        start.ArgumentList.Add("allocations-child");
        start.Environment["DOTNET_TieredCompilation"] = "0";
        using var process = Process.Start(start)!;
        var figures = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return figures;
    }

    private static Figure[] Read(string json) => JsonSerializer.Deserialize<Figure[]>(json)!;

    private sealed record Figure(string Workload, long Floor, long EasGen)
    {
        public long Added => EasGen - Floor;
    }
}
