using System.Collections.Immutable;
using EasGen.Benchmarks.Typing;
using EasGen.Compiler;
using EasGen.Compiler.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace EasGen.Benchmarks.Allocations;

/// <summary>
/// Measures fixed workloads in one thread. Bytes repeat where times do not, if the runtime compiles each method once and for all.
/// </summary>
internal static class Figures
{
    private const int Classes = 50;
    private const int Files = 200;

    public static IEnumerable<Figure> All()
    {
        foreach (var attributes in new[] { 3, 9, 10, 25 })
        {
            yield return Generator($"cold, {attributes} attributes", Classes, attributes, edited: null);
            yield return Generator($"unrelated edit, {attributes} attributes", Classes, attributes, edited: 0);
            yield return Generator($"edit in an annotated file, {attributes} attributes", Classes, attributes, edited: 1);
        }
        foreach (var services in new[] { 0, 1, 20 })
        {
            var project = new Project(Files, services);
            yield return Analyzer($"keystroke in an ordinary file, {services} services", project, "Ordinary7.cs");
            if (services == 0)
                continue;
            yield return Analyzer($"keystroke in a service, {services} services", project, "Service0.cs");
            yield return Analyzer($"keystroke in the program, {services} services", project, "Program.cs");
        }
    }

    /// <summary>A cold run over many classes, to see how it grows.</summary>
    public static Figure Cold(int classes) => Generator("cold", classes, attributes: 9, edited: null);

    private static Figure Generator(string workload, int classes, int attributes, int? edited)
    {
        var compilation = Workload.Compilation(classes, attributes);
        return new Figure(workload, Cost(new FloorGenerator()), Cost(new EasServiceGenerator())).PerClass(classes);

        long Cost(IIncrementalGenerator generator)
        {
            var driver = Workload.Driver(generator);
            if (edited is { } file)
                driver = driver.RunGenerators(compilation);
            return Least(() => driver.RunGenerators(edited is null ? compilation.Clone() : Edited(compilation, edited.Value)));
        }
    }

    private static CSharpCompilation Edited(CSharpCompilation compilation, int file)
    {
        var old = compilation.SyntaxTrees[file];
        return compilation.ReplaceSyntaxTree(old, old.WithChangedText(SourceText.From($"{old}// an edit")));
    }

    private static Figure Analyzer(string workload, Project project, string file)
    {
        return new(workload, Cost([new NoOpAnalyzer()]), Cost([new NoOpAnalyzer(), new ServiceAnalyzer()]));

        long Cost(ImmutableArray<DiagnosticAnalyzer> analyzers) => Least(() => project.Keystroke(file, analyzers, concurrent: false));
    }

    // The first run compiles what it calls, and what runs beside it can only add.
    private static long Least(Func<object> run)
    {
        var least = long.MaxValue;
        for (var round = 0; round < 4; round++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            GC.KeepAlive(run());
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }
        return least;
    }
}
