using System.Collections.Immutable;
using EasGen.Compiler.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EasGen.Benchmarks.Typing;

/// <summary>
/// What the analyzers cost at each keystroke, above one that does nothing: a new compilation with one changed tree, and what Roslyn's
/// driver has to say of that file, as an editor asks.
/// </summary>
internal static class TypingRun
{
    public const string Argument = "typing";

    private const int Files = 2_000;
    private const int Rounds = 15;

    private static readonly ImmutableArray<DiagnosticAnalyzer> Nothing = [new NoOpAnalyzer()];

    private static readonly ImmutableArray<DiagnosticAnalyzer> EasGen = [.. Nothing, new ServiceAnalyzer()];

    /// <summary>True when the arguments asked for this.</summary>
    public static bool Run(string[] args)
    {
        if (args is not [Argument])
            return false;
        var rows = new List<string>();
        foreach (var services in new[] { 0, 1, 10, 200 })
        {
            var project = new Project(Files, services);
            rows.Add(Measure(project, services, "Ordinary7.cs"));
            rows.Add(Measure(project, services, "Program.cs"));
            if (services > 0)
                rows.Add(Measure(project, services, "Service0.cs"));
        }
        Page.Write(Argument,
        [
            "| services | changed file | an analyzer that does nothing | more with EasGen | time in EasGen |",
            "|---|---|---|---|---|",
            .. rows,
        ]);
        return true;
    }

    private static string Measure(Project project, int services, string file)
    {
        Type(project, file, EasGen);
        var (nothing, ours) = (new List<Cost>(), new List<Cost>());
        for (var round = 0; round < Rounds; round++)
        {
            nothing.Add(Type(project, file, Nothing));
            ours.Add(Type(project, file, EasGen));
        }
        return FormattableString.Invariant(
            $"| {services} | `{file}` | {Median(nothing):F0} kB | **{Median(ours) - Median(nothing):F0} kB** | {Least(ours):F2} ms |");
    }

    private static Cost Type(Project project, string file, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        GC.Collect();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var run = project.Keystroke(file, analyzers, concurrent: true);
        var bytes = GC.GetTotalAllocatedBytes(precise: true) - before;
        var told = run.GetAnalyzerTelemetryInfoAsync(analyzers[^1], CancellationToken.None).Result;
        return new(bytes / 1000.0, told.ExecutionTime.TotalMilliseconds);
    }

    private static double Median(List<Cost> costs) => costs.Select(static cost => cost.Kilobytes).Order().ElementAt(costs.Count / 2);

    // What else the machine does makes a keystroke longer, and never shorter.
    private static double Least(List<Cost> costs) => costs.Min(static cost => cost.Milliseconds);

    private readonly record struct Cost(double Kilobytes, double Milliseconds);
}
