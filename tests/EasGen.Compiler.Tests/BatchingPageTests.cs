using EasGen.Testing;
using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.Tests;

/// <summary>The page "Answer requests in batches" shows code that compiles and breaks no rule.</summary>
public class BatchingPageTests
{
    // Whatever model the reader has.
    private const string Model = """
        public sealed class SentimentModel
        {
            public Sentiment Run(string text) => new(text, 1);

            public Sentiment[] Run(string[] texts, System.Threading.CancellationToken cancellation) => System.Array.ConvertAll(texts, Run);
        }
        """;

    public static TheoryData<string> Examples =>
    [
        .. MarkdownFile.Read(Repository.At("docs", "batching.md")).Code
            .Where(static code => code.Language == "csharp")
            .Select(static code => code.Text),
    ];

    [Theory, MemberData(nameof(Examples))]
    public async Task Its_code_compiles_and_breaks_no_rule(string example)
    {
        var diagnostics = await AnalyzerVerifier.DiagnosticsAsync(Eas.Analyzers, [example, Model], Eas.Built);

        // One instance is enough for a page.
        Assert.Empty(diagnostics.Where(static found => found.Severity != DiagnosticSeverity.Hidden && found.Id != "EAS0111"));
    }
}
