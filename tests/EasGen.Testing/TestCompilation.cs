using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace EasGen.Testing;

/// <summary>From the files of a test to a compilation.</summary>
internal static class TestCompilation
{
    public const string AssemblyName = "Test";

    public static CSharpCompilation Create(Sources sources, TestOptions options) => CSharpCompilation.Create(
        AssemblyName,
        sources.Select(source => Parse(source, options)),
        options.AllReferences,
        options.CompilationOptions);

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
