using System.Collections.Immutable;
using EasGen.Compiler;
using EasGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EasGen.Cli.Tests.Import;

/// <summary>Classes as a project with the EasGen package builds them.</summary>
internal sealed class Built
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(EasServiceGenerator).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && type.IsAssignableTo(typeof(DiagnosticAnalyzer)))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private readonly Compilation compilation;

    private Built(Compilation compilation) => this.compilation = compilation;

    /// <summary>What the compiler refuses in the classes and in what was generated for them, and what it warns of.</summary>
    public IReadOnlyList<string> Complaints =>
        [.. compilation.GetDiagnostics().Where(static diagnostic =>
            diagnostic.Severity >= DiagnosticSeverity.Warning).Select(static diagnostic => diagnostic.ToString())];

    /// <summary>The service JSON of each class, by the class.</summary>
    public IReadOnlyDictionary<string, string> Artifacts =>
        compilation.GetTypeByMetadataName("EasGen.Generated.EasManifests")!.GetMembers().OfType<IFieldSymbol>()
            .ToDictionary(static constant => constant.Name, static constant => (string)constant.ConstantValue!, StringComparer.Ordinal);

    /// <summary>The rules that stop the build.</summary>
    public async Task<IReadOnlyList<string>> Errors()
    {
        var diagnostics = await compilation.WithAnalyzers(Analyzers).GetAnalyzerDiagnosticsAsync();
        return [.. diagnostics.Where(static diagnostic =>
            diagnostic.Severity == DiagnosticSeverity.Error).Select(static diagnostic => diagnostic.Id)];
    }

    public static Built Of(params IEnumerable<string> sources) => Of(LanguageVersion.Latest, sources);

    public static Built Of(LanguageVersion language, params IEnumerable<string> sources)
    {
        var options = new CSharpParseOptions(language, DocumentationMode.Diagnose);
        // Nullable types came with C# 8.
        var nullable = language < LanguageVersion.CSharp8 ? NullableContextOptions.Disable : NullableContextOptions.Enable;
        var compilation = CSharpCompilation.Create(
            "Test",
            sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, options, $"{index}.cs")),
            [.. References.Framework, References.Of<EasServiceAttribute>()],
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: nullable));
        CSharpGeneratorDriver.Create([new EasServiceGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var built, out _);
        return new(built);
    }
}
