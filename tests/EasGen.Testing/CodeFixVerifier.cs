using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace EasGen.Testing;

/// <summary>Applies a code fix as an IDE does and compares the text.</summary>
/// <remarks>
/// Every test also checks that each fix on offer changes the text, that fixing all of document, project and solution
/// comes to the same, that the diagnostics before and after are those that are marked, and that the fixed code compiles.
/// </remarks>
public static class CodeFixVerifier<TAnalyzer, TCodeFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
{
    /// <summary>Fixes one diagnostic after the other, and all at once.</summary>
    /// <param name="before">The source, with what the analyzer reports.</param>
    /// <param name="after">The fixed source, with what the analyzer still reports.</param>
    /// <param name="options">How the source is compiled.</param>
    /// <param name="equivalenceKey">Which of several fixes; any by default.</param>
    /// <param name="index">Which of the fixes by its place; the first by default.</param>
    public static Task VerifyCodeFixAsync(
        Sources before, Sources after, TestOptions? options = null, string? equivalenceKey = null, int? index = null)
    {
        var test = new Test { CodeActionEquivalenceKey = equivalenceKey, CodeActionIndex = index }
            .Of(before, options ?? TestOptions.Default);
        test.FixedState.MarkupHandling = MarkupMode.Allow;
        test.FixedState.Sources.AddRange(after.Texts());
        return test.RunAsync();
    }

    /// <summary>The diagnostics are there, and no fix is offered for any of them.</summary>
    public static Task VerifyNoCodeFixAsync(Sources sources, TestOptions? options = null) =>
        VerifyCodeFixAsync(sources, sources, options);

    private sealed class Test : CSharpCodeFixTest<TAnalyzer, TCodeFix, DefaultVerifier>
    {
        private readonly ConcurrentBag<OfferedFix> offered = [];

        protected override async Task RunImplAsync(CancellationToken cancellationToken)
        {
            await base.RunImplAsync(cancellationToken);

            // The library tries only the fix that the test is about, and leaves fixing all out where there is no provider for it.
            foreach (var fix in offered)
                await FixWorkspace.ApplyAsync(fix.Action, fix.Document);
            FixWorkspace.FixAllProviderOf(new TCodeFix());
        }

        protected override CodeFixContext CreateCodeFixContext(
            Document document,
            TextSpan span,
            ImmutableArray<Diagnostic> diagnostics,
            Action<CodeAction, ImmutableArray<Diagnostic>> registerCodeFix,
            CancellationToken cancellationToken)
        {
            return base.CreateCodeFixContext(document, span, diagnostics, Offer, cancellationToken);

            void Offer(CodeAction action, ImmutableArray<Diagnostic> mended)
            {
                offered.Add(new OfferedFix(action, mended[0], document));
                registerCodeFix(action, mended);
            }
        }
    }
}
