using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace EasGen.Testing;

/// <summary>What analyzers said about a compilation, and which of them broke down over it (AD0001).</summary>
internal sealed record AnalyzerRun(ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<string> Crashes)
{
    public static async Task<AnalyzerRun> Of(
        Compilation compilation,
        ImmutableArray<DiagnosticAnalyzer> analyzers,
        TestOptions options,
        CancellationToken cancellationToken = default)
    {
        var crashes = new ConcurrentQueue<string>();
        var run = compilation.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(
            options.AnalyzerOptions(),
            (exception, analyzer, _) => crashes.Enqueue($"AD0001: {analyzer} threw {exception}"),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false));

        var diagnostics = await run.GetAnalyzerDiagnosticsAsync(cancellationToken);
        return new AnalyzerRun(diagnostics, [.. crashes]);
    }

    /// <summary>All that a test must account for: the analyzers' diagnostics, and the errors of the compiler.</summary>
    public static async Task<ImmutableArray<Diagnostic>> DiagnosticsOf(
        Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, TestOptions options)
    {
        compilation = compilation.WithGeneratedCode(options);
        var run = await Of(compilation, analyzers, options);
        if (run.Crashes.Length > 0)
            Assert.Fail(string.Join("\n\n", run.Crashes));

        return options.AllowCompileErrors ? run.Diagnostics : [.. run.Diagnostics, .. compilation.Errors()];
    }
}
