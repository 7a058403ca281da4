using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace EasGen.Testing;

/// <summary>Applies a code fix as an IDE does and compares the text.</summary>
/// <remarks>
/// Every test also checks that each fix on offer changes the text, that the diagnostics before and after are those that
/// are marked, and that the fixed code compiles.
/// </remarks>
public static class CodeFixVerifier<TAnalyzer, TCodeFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
{
    private static readonly TAnalyzer Analyzer = new();
    private static readonly TCodeFix Provider = new();

    /// <summary>Fixes one diagnostic after the other, as often as there were fixable ones.</summary>
    /// <param name="before">The source, with what the analyzer reports.</param>
    /// <param name="after">The fixed source, with what the analyzer still reports.</param>
    /// <param name="options">How the source is compiled.</param>
    /// <param name="equivalenceKey">Which of several fixes; any by default.</param>
    /// <param name="index">Which of the fixes that are left then; the first by default.</param>
    public static async Task VerifyCodeFixAsync(
        Sources before, Sources after, TestOptions? options = null, string? equivalenceKey = null, int index = 0)
    {
        options ??= TestOptions.Default;
        var sources = await VerifyMarkedAsync(before, options);

        for (var left = await VerifyOffersAsync(sources, options, equivalenceKey, index); left > 0; left--)
        {
            using var workspace = Open(sources, options);
            if (Choose(await workspace.OfferedAsync(), equivalenceKey, index) is [var first, ..])
                sources = await workspace.ApplyAsync(first.Action);
        }

        await VerifyFixedAsync(after, sources, options);
    }

    /// <summary>Fixes all diagnostics of the first fix's document at once: "Fix all in document".</summary>
    /// <inheritdoc cref="VerifyCodeFixAsync"/>
    public static async Task VerifyFixAllAsync(
        Sources before, Sources after, TestOptions? options = null, string? equivalenceKey = null, int index = 0)
    {
        options ??= TestOptions.Default;
        var sources = await VerifyMarkedAsync(before, options);
        await VerifyOffersAsync(sources, options, equivalenceKey, index);

        using var workspace = Open(sources, options);
        var first = Choose(await workspace.OfferedAsync(), equivalenceKey, index)[0];
        var fixAll = await workspace.FixAllAsync(first);
        if (fixAll is null)
            Assert.Fail($"'{first.Action.Title}' is offered, but not for all of the document.");

        await VerifyFixedAsync(after, await workspace.ApplyAsync(fixAll), options);
    }

    /// <summary>The diagnostics are there, and no fix is offered for any of them.</summary>
    public static async Task VerifyNoCodeFixAsync(Sources sources, TestOptions? options = null)
    {
        options ??= TestOptions.Default;
        using var workspace = Open(await VerifyMarkedAsync(sources, options), options);

        Assert.Empty((await workspace.OfferedAsync()).Select(fix => fix.Action.Title));
    }

    private static FixWorkspace Open(Sources sources, TestOptions options) => new(sources, [Analyzer], Provider, options);

    // Applies all that is on offer, and returns how many of it are the fix that the test is about.
    private static async Task<int> VerifyOffersAsync(Sources sources, TestOptions options, string? equivalenceKey, int index)
    {
        using var workspace = Open(sources, options);
        var offered = await workspace.OfferedAsync();
        foreach (var fix in offered)
            await workspace.ApplyAsync(fix.Action);

        var chosen = Choose(offered, equivalenceKey, index);
        if (chosen.IsEmpty)
        {
            var titles = offered.Select(fix => $"\n  '{fix.Action.Title}' ({fix.Action.EquivalenceKey}) for {fix.Diagnostic.Id}");
            Assert.Fail($"No fix with key {equivalenceKey ?? "(any)"} and index {index} is offered. On offer:{string.Concat(titles)}");
        }

        return chosen.Length;
    }

    // One fix per diagnostic: the index counts the fixes of a diagnostic, not those of the file.
    private static ImmutableArray<OfferedFix> Choose(ImmutableArray<OfferedFix> offered, string? equivalenceKey, int index) =>
    [
        .. offered
            .Where(fix => equivalenceKey is null || fix.Action.EquivalenceKey == equivalenceKey)
            .GroupBy(fix => fix.Diagnostic)
            .Select(fixes => fixes.ElementAtOrDefault(index))
            .OfType<OfferedFix>(),
    ];

    private static async Task<Sources> VerifyMarkedAsync(Sources marked, TestOptions options)
    {
        await AnalyzerVerifier<TAnalyzer>.VerifyAnalyzerAsync(marked, options);
        return MarkedFile.Plain(MarkedFile.Parse(marked, [Analyzer]));
    }

    private static async Task VerifyFixedAsync(Sources after, Sources actual, TestOptions options)
    {
        var expected = MarkedFile.Plain(MarkedFile.Parse(after, [Analyzer]));
        Assert.Equal(expected.Select(file => file.Path).Order(), actual.Select(file => file.Path).Order());
        foreach (var file in expected)
            Assert.Equal(file.Text, actual.Single(other => other.Path == file.Path).Text);

        await AnalyzerVerifier<TAnalyzer>.VerifyAnalyzerAsync(after, options);
    }
}
