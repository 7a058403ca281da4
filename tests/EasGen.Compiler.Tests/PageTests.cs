using System.Collections.Immutable;
using EasGen.Testing;
using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.Tests;

/// <summary>The pages that say how to do something show code that compiles and breaks no rule.</summary>
public class PageTests
{
    // What the SDK of a web project has in every file.
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    // Whatever model the reader has.
    private const string Models = """
        public sealed class LanguageModel
        {
            public IAsyncEnumerable<string> ContinueAsync(string text, CancellationToken cancellation) =>
                throw new NotSupportedException(text);
        }
        """;

    private const string SentimentModel = """
        public sealed class SentimentModel
        {
            public Sentiment Run(string text) => new(text, 1);

            public Sentiment[] Run(string[] texts, CancellationToken cancellation) => Array.ConvertAll(texts, Run);
        }
        """;

    private static readonly TestOptions Options = Eas.Built with
    {
        BuildProperties = ImmutableDictionary<string, string>.Empty.Add("EasGenClient", "true"),
    };

    public static TheoryData<string> Alternatives => [.. CodeOf("batching")];

    [Theory, MemberData(nameof(Alternatives))]
    public Task Each_example_of_batches_compiles(string example) => VerifyAsync(example, SentimentModel);

    [Theory]
    [InlineData("client")]
    [InlineData("streaming")]
    [InlineData("token")]
    [InlineData("rollout")]
    [InlineData("environments")]
    public Task The_examples_of_a_page_compile_together(string page) => VerifyAsync([.. CodeOf(page), Models]);

    private static string[] CodeOf(string page) =>
    [
        .. MarkdownFile.Read(Repository.At("docs", $"{page}.md")).Code
            .Where(static code => code.Language == "csharp")
            .Select(static code => code.Text),
    ];

    private static async Task VerifyAsync(params string[] files)
    {
        Assert.True(files.Length > 1);
        var diagnostics = await AnalyzerVerifier.DiagnosticsAsync(Eas.Analyzers, [Usings, .. files], Options);

        // One instance is enough for a page.
        Assert.Empty(diagnostics.Where(static found => found.Severity != DiagnosticSeverity.Hidden && found.Id != "EAS0111"));
    }
}
