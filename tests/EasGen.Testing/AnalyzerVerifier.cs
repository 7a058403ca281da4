using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace EasGen.Testing;

/// <summary>Runs several analyzers over marked-up source.</summary>
public static class AnalyzerVerifier
{
    /// <summary>Fails unless the analyzers report exactly what the markup says, and the compiler no error beyond it.</summary>
    /// <param name="analyzers">The analyzers under test.</param>
    /// <param name="sources">The source; compile errors that belong to the test are marked like any diagnostic.</param>
    /// <param name="options">How the source is compiled.</param>
    /// <param name="messages">If given, the messages in the order of the text.</param>
    public static async Task VerifyAnalyzerAsync(
        ImmutableArray<DiagnosticAnalyzer> analyzers,
        Sources sources,
        TestOptions? options = null,
        IReadOnlyList<string>? messages = null)
    {
        options ??= TestOptions.Default;
        var found = new List<Diagnostic>();
        var test = new Test(analyzers, options.Generators).Of(sources, options);
        test.DiagnosticVerifier = (diagnostic, _, _) => found.Add(diagnostic);
        await test.RunAsync();

        if (messages is not null)
            Assert.Equal(
                messages,
                found.InOrderOf(sources).Select(static diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)));
    }

    /// <summary>What the analyzers and the compiler say about plain source, for tests whose source brings no markup.</summary>
    public static Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(
        ImmutableArray<DiagnosticAnalyzer> analyzers,
        Sources sources,
        TestOptions options) =>
        AnalyzerRun.DiagnosticsOf(TestCompilation.Create(sources, options), analyzers, options);

    private sealed class Test(ImmutableArray<DiagnosticAnalyzer> analyzers, ImmutableArray<IIncrementalGenerator> generators)
        : CSharpAnalyzerTest<EmptyDiagnosticAnalyzer, DefaultVerifier>
    {
        protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => analyzers;

        protected override IEnumerable<Type> GetSourceGenerators() => generators.Select(static generator => generator.GetType());
    }
}

/// <summary>Runs one analyzer over marked-up source.</summary>
public static class AnalyzerVerifier<TAnalyzer> where TAnalyzer : DiagnosticAnalyzer, new()
{
    /// <inheritdoc cref="AnalyzerVerifier.VerifyAnalyzerAsync"/>
    public static Task VerifyAnalyzerAsync(
        Sources sources, TestOptions? options = null, IReadOnlyList<string>? messages = null) =>
        AnalyzerVerifier.VerifyAnalyzerAsync([new TAnalyzer()], sources, options, messages);
}
