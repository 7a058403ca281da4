using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EasGen.RoslynHost;

/// <summary>
/// Runs the generator and the analyzers of an assembly in the Roslyn that stands beside it. It takes and gives strings alone, so
/// that a test can call it from a load context to the next.
/// </summary>
public static class Host
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly CSharpParseOptions Parsing = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp12);

    /// <summary>What stands in front of an error in the generated code of a program that has none itself.</summary>
    public const string Broken = "broken: ";

    /// <summary>For each program, a line for each diagnostic and for each generated file.</summary>
    public static async Task<string[][]> RunAsync(Assembly part, IReadOnlyList<string> references, IReadOnlyList<string[]> programs)
    {
        var empty = CSharpCompilation.Create(
            "Test",
            references: references.Select(static path => MetadataReference.CreateFromFile(path)),
            options: new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable));
        return await Task.WhenAll(programs.Select(sources => RunAsync(part, empty.AddSyntaxTrees(sources.Select(Parse)))));
    }

    private static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source, Parsing);

    private static async Task<string[]> RunAsync(Assembly part, Compilation compilation)
    {
        var generators = Made<IIncrementalGenerator>(part).Select(static generator => generator.AsSourceGenerator());
        CSharpGeneratorDriver.Create(generators, parseOptions: Parsing)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out var failures);
        var findings = await generated.WithAnalyzers([.. Made<DiagnosticAnalyzer>(part)]).GetAnalyzerDiagnosticsAsync();

        var isWhole = !compilation.GetDiagnostics().Any(IsError);
        return
        [
            .. generated.GetDiagnostics().Where(diagnostic => isWhole && IsError(diagnostic)).Select(static error => $"{Broken}{error}"),
            .. failures.Concat(generated.GetDiagnostics()).Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
                .Select(static diagnostic => $"{diagnostic.Id} {Place(diagnostic)}").Order(StringComparer.Ordinal),
            .. findings
                .Select(static finding => $"{finding.Id} {Place(finding)} {finding.GetMessage(CultureInfo.InvariantCulture)}")
                .Order(StringComparer.Ordinal),
            .. generated.SyntaxTrees.Except(compilation.SyntaxTrees)
                .Select(static tree => $"{Path.GetFileName(tree.FilePath)} {Mark(tree.ToString())}").Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Compiles every method to machine code, which fails on a call of what this Roslyn does not have.</summary>
    /// <returns>How many they were.</returns>
    public static int Prepare(Assembly part)
    {
        ArgumentNullException.ThrowIfNull(part);
        var methods = part.GetTypes().Where(static type => !type.ContainsGenericParameters)
            .SelectMany(static type => type.GetMethods(Declared).Concat<MethodBase>(type.GetConstructors(Declared)))
            .Where(static method => !method.ContainsGenericParameters && method.GetMethodBody() is not null)
            .ToArray();
        foreach (var method in methods)
            RuntimeHelpers.PrepareMethod(method.MethodHandle);
        return methods.Length;
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    private static IEnumerable<T> Made<T>(Assembly part) => part.GetTypes()
        .Where(static type => !type.IsAbstract && type.IsAssignableTo(typeof(T)))
        .Select(static type => (T)Activator.CreateInstance(type)!);

    private static string Place(Diagnostic diagnostic) => diagnostic.Location.GetLineSpan().StartLinePosition.ToString();

    private static string Mark(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
