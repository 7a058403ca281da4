using EasGen.Testing;
using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.Tests;

/// <summary>The page "Chat and embeddings as OpenAI's API" shows a program that compiles and breaks no rule.</summary>
public class ChatPageTests
{
    // Whatever model the reader has.
    private const string Model = """
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.AI;

        public sealed class PoetModel
        {
            public Task LoadAsync(string name, CancellationToken cancellation) => Task.CompletedTask;

            public IChatClient AsChatClient() => throw new System.NotImplementedException();
        }
        """;

    [Fact]
    public async Task Its_code_compiles_and_breaks_no_rule()
    {
        var page = MarkdownFile.Read(Repository.At("docs", "chat.md"));
        var examples = page.Code.Where(static code => code.Language == "csharp").Select(static code => code.Text);

        var diagnostics = await AnalyzerVerifier.DiagnosticsAsync(
            Eas.Analyzers, [.. examples, Model], Eas.Chatting with { OutputKind = OutputKind.ConsoleApplication });

        // One instance is enough for a page.
        Assert.Empty(diagnostics.Where(static found => found.Severity != DiagnosticSeverity.Hidden && found.Id != "EAS0111"));
    }
}
