using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EasGen.Testing;

/// <summary>A fix that was applied, alone or for all of a scope, with what the analyzers and the compiler said before and after.</summary>
/// <param name="Diagnostic">What it mends.</param>
/// <param name="Title">What the light bulb says; of a fix for all, with the scope.</param>
/// <param name="IsAlone">False for a fix of all diagnostics of a scope.</param>
/// <param name="After">The files after it.</param>
/// <param name="SaidBefore">All diagnostics before.</param>
/// <param name="SaidAfter">All diagnostics after.</param>
public sealed record AppliedFix(
    Diagnostic Diagnostic,
    string Title,
    bool IsAlone,
    Sources After,
    ImmutableArray<Diagnostic> SaidBefore,
    ImmutableArray<Diagnostic> SaidAfter);

/// <summary>Applies every fix that is on offer, each to the source as it was.</summary>
public static class FixSurvey
{
    private static readonly FixAllScope[] Scopes = [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    /// <summary>Each fix alone, and for all of document, project and solution.</summary>
    public static async Task<IReadOnlyList<AppliedFix>> OfAsync(
        Sources sources, ImmutableArray<DiagnosticAnalyzer> analyzers, ImmutableArray<CodeFixProvider> providers, TestOptions options)
    {
        options = options with { AllowCompileErrors = false };
        using var workspace = await FixWorkspace.OpenAsync(sources, analyzers, options);
        // Fixing one, and all of document, project and solution, comes to the same text for most.
        var said = new Dictionary<string, ImmutableArray<Diagnostic>>(StringComparer.Ordinal);
        var applied = new List<AppliedFix>();
        foreach (var provider in providers)
        {
            var offered = await workspace.OfferedAsync(provider);
            foreach (var fix in offered)
                await AddAsync(fix, fix.Action.Title, isAlone: true, await FixWorkspace.ApplyAsync(fix.Action, fix.Document));
            foreach (var first in offered.DistinctBy(static fix => fix.Action.EquivalenceKey))
            {
                foreach (var scope in Scopes)
                {
                    if (await workspace.FixAllAsync(provider, first, scope) is not { } all)
                        continue;
                    var after = await FixWorkspace.ApplyAsync(all, first.Document);
                    await AddAsync(first, $"{first.Action.Title} ({scope})", isAlone: false, after);
                }
            }
        }
        return applied;

        async Task AddAsync(OfferedFix fix, string title, bool isAlone, Sources after) =>
            applied.Add(new(fix.Diagnostic, title, isAlone, after, workspace.Diagnostics, await SaidAsync(after)));

        async Task<ImmutableArray<Diagnostic>> SaidAsync(Sources files)
        {
            var text = string.Join('\0', files.SelectMany(static file => new[] { file.Path, file.Text }));
            if (!said.TryGetValue(text, out var diagnostics))
                said[text] = diagnostics = await AnalyzerRun.DiagnosticsOf(TestCompilation.Create(files, options), analyzers, options);
            return diagnostics;
        }
    }
}
