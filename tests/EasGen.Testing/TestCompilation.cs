using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace EasGen.Testing;

/// <summary>From the files of a test to a compilation.</summary>
internal static class TestCompilation
{
    public const string AssemblyName = "Test";

    // What an assembly means is worked out once for all that is compiled with the same options.
    private static readonly ConditionalWeakTable<TestOptions, CSharpCompilation> Empty = new();

    public static CSharpCompilation Create(Sources sources, TestOptions options) => Empty
        .GetValue(options, static options =>
            CSharpCompilation.Create(AssemblyName, references: options.AllReferences, options: options.CompilationOptions))
        .AddSyntaxTrees(sources.Select(source => Parse(source, options)));

    public static SyntaxTree Parse(SourceFile source, TestOptions options) =>
        CSharpSyntaxTree.ParseText(SourceText.From(source.Text), options.ParseOptions, source.Path);

    /// <summary>The compilation with the code of the generators that the test's source leans on.</summary>
    public static Compilation WithGeneratedCode(this Compilation compilation, TestOptions options)
    {
        if (options.Generators.IsEmpty)
            return compilation;

        options.Driver(options.Generators).RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        return generated;
    }

    public static IEnumerable<Diagnostic> Errors(this Compilation compilation) =>
        compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>By file, in the order of the test, place and id; analyzers report in any order.</summary>
    public static IEnumerable<Diagnostic> InOrderOf(this IEnumerable<Diagnostic> diagnostics, Sources sources) => diagnostics
        .OrderBy(diagnostic => sources.Index().FirstOrDefault(file => file.Item.Path == diagnostic.Location.SourceTree?.FilePath).Index)
        .ThenBy(static diagnostic => diagnostic.Location.SourceSpan)
        .ThenBy(static diagnostic => diagnostic.Id, StringComparer.Ordinal);

    public static GeneratorDriver Driver(
        this TestOptions options, IEnumerable<IIncrementalGenerator> generators, bool trackSteps = false) =>
        CSharpGeneratorDriver.Create(
            generators.Select(generator => generator.AsSourceGenerator()),
            options.AdditionalTexts(),
            options.ParseOptions,
            options.ConfigOptions(),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackSteps));
}
