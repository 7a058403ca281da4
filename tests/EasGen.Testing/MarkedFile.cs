using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace EasGen.Testing;

/// <summary>A file of a test with its markup read, and <c>[|…|]</c> translated to the id of the only rule.</summary>
internal sealed record MarkedFile(string Path, string Text, IReadOnlyList<Mark> Marks)
{
    public static ImmutableArray<MarkedFile> Parse(Sources sources, ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        [.. sources.Select(source => Parse(source, analyzers))];

    public static Sources Plain(ImmutableArray<MarkedFile> files) =>
        [.. files.Select(file => new SourceFile(file.Text, file.Path))];

    private static MarkedFile Parse(SourceFile source, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var marked = Markup.Parse(source.Text);
        return new MarkedFile(
            source.Path,
            marked.Text,
            [.. marked.Marks.Select(mark => mark.Id is null ? mark with { Id = OnlyRule(analyzers) } : mark)]);
    }

    private static string OnlyRule(ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var ids = analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(rule => rule.Id).Distinct().ToList();
        if (ids.Count != 1)
            Assert.Fail($"[|…|] needs an analyzer with one rule; write {{|ID:…|}} with one of: {string.Join(", ", ids)}.");

        return ids[0];
    }
}
