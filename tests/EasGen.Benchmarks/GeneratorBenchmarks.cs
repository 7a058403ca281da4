using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using EasGen.Compiler;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EasGen.Benchmarks;

/// <summary>What the generator costs in a compiler: from nothing, and after an edit that has nothing to do with it.</summary>
[Config(typeof(OneProcess))]
[MemoryDiagnoser(displayGenColumns: false)]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class GeneratorBenchmarks
{
    private CSharpCompilation compilation = null!;
    private SyntaxTree unrelated = null!;
    private GeneratorDriver floor = null!;
    private GeneratorDriver easGen = null!;
    private int edit;

    [Params(100, 1000)]
    public int Classes { get; set; }

    [Params(9, 25)]
    public int Attributes { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        compilation = Workload.Compilation(Classes, Attributes);
        unrelated = compilation.SyntaxTrees[0];
        floor = Workload.Driver(new FloorGenerator()).RunGenerators(compilation);
        easGen = Workload.Driver(new EasServiceGenerator()).RunGenerators(compilation);
        Holds(floor, files: Classes);
        Holds(easGen, files: 2 * Classes);
    }

    // A generator that has thrown is quick.
    private static void Holds(GeneratorDriver driver, int files)
    {
        var result = driver.GetRunResult().Results.Single();
        if (result.Exception is not null || result.GeneratedSources.Length != files)
            throw new InvalidOperationException($"{result.Generator} made {result.GeneratedSources.Length} files.", result.Exception);
    }

    [Benchmark(Baseline = true), BenchmarkCategory("Cold")]
    public GeneratorDriver FloorCold() => Workload.Driver(new FloorGenerator()).RunGenerators(compilation.Clone());

    [Benchmark, BenchmarkCategory("Cold")]
    public GeneratorDriver EasGenCold() => Workload.Driver(new EasServiceGenerator()).RunGenerators(compilation.Clone());

    [Benchmark(Baseline = true), BenchmarkCategory("UnrelatedEdit")]
    public GeneratorDriver FloorEdit() => floor.RunGenerators(Edited());

    [Benchmark, BenchmarkCategory("UnrelatedEdit")]
    public GeneratorDriver EasGenEdit() => easGen.RunGenerators(Edited());

    // Every edit makes a compilation with symbols of its own, as in an editor.
    private CSharpCompilation Edited() => compilation.ReplaceSyntaxTree(unrelated, Workload.Unrelated(++edit));
}
