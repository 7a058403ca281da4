using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace EasGen.Testing;

/// <summary>Runs a generator twice, always, and checks more than the test asks for.</summary>
/// <remarks>
/// Every run checks: the generator throws nothing; the second run over the same source is cached; no model holds a
/// symbol, syntax, location or compilation; the code compiles, without a warning in what was generated.
/// </remarks>
public static class GeneratorVerifier<TGenerator> where TGenerator : IIncrementalGenerator, new()
{
    /// <summary>Runs the generator over a source, and again over a clone of the compilation.</summary>
    public static GeneratorRun Run(Sources sources, TestOptions? options = null)
    {
        options ??= TestOptions.Default;
        var input = TestCompilation.Create(sources, options);

        var driver = Run(NewDriver(options), input, options, out _);
        Run(driver, input.Clone(), options, out var second);
        second.AssertCached();
        return second;
    }

    /// <summary>
    /// Runs the generator over a source and then, as an IDE does, over its edited version; files whose text is the same
    /// keep their tree. <see cref="GeneratorRun.Reasons"/> tells what the edit cost.
    /// </summary>
    public static GeneratorRun RunEdited(Sources before, Sources after, TestOptions? options = null)
    {
        options ??= TestOptions.Default;
        var input = TestCompilation.Create(before, options);

        var driver = Run(NewDriver(options), input, options, out _);
        Run(driver, Edit(input, after, options), options, out var edited);
        return edited;
    }

    /// <summary>Fails unless the generator writes exactly these files, by hint name.</summary>
    public static Task VerifyAsync(Sources sources, IReadOnlyDictionary<string, string> expected, TestOptions? options = null)
    {
        var test = new CSharpSourceGeneratorTest<TGenerator, DefaultVerifier>().Of(sources, options ?? TestOptions.Default);
        test.TestBehaviors = TestBehaviors.None;
        test.TestState.MarkupHandling = MarkupMode.None;
        foreach (var (hintName, text) in expected)
            test.TestState.GeneratedSources.Add((typeof(TGenerator), hintName, SourceText.From(text, Encoding.UTF8)));
        return test.RunAsync();
    }

    private static GeneratorDriver NewDriver(TestOptions options) => options.Driver([new TGenerator()], trackSteps: true);

    private static GeneratorDriver Run(GeneratorDriver driver, Compilation input, TestOptions options, out GeneratorRun run)
    {
        input = input.WithGeneratedCode(options);
        driver = driver.RunGeneratorsAndUpdateCompilation(input, out var output, out _);

        run = new GeneratorRun(driver, output);
        run.AssertPlainModels();
        if (!options.AllowCompileErrors)
            run.AssertCompiles(input);

        return driver;
    }

    private static CSharpCompilation Edit(CSharpCompilation compilation, Sources after, TestOptions options)
    {
        var old = compilation.SyntaxTrees.ToDictionary(tree => new SourceFile(tree.ToString(), tree.FilePath));
        return compilation
            .RemoveAllSyntaxTrees()
            .AddSyntaxTrees(after.Select(file => old.GetValueOrDefault(file) ?? TestCompilation.Parse(file, options)));
    }
}
