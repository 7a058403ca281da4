using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace EasGen.Testing;

/// <summary>Compares the diagnostics that the markup announces with those that came, both ways.</summary>
internal static class DiagnosticCheck
{
    public static void Verify(
        ImmutableArray<MarkedFile> files, ImmutableArray<Diagnostic> actual, IReadOnlyList<string>? messages = null)
    {
        var missing = files.SelectMany(file => file.Marks.Select(mark => new Finding(file.Path, mark.Span, mark.Id!))).ToList();
        var unexpected = actual.Where(diagnostic => !missing.Remove(Finding.Of(diagnostic))).ToList();

        if (missing.Count + unexpected.Count > 0)
            Assert.Fail(Report(files, actual, missing, unexpected));
        if (messages is not null)
            Assert.Equal(messages, actual.InOrderOf(files.Select(file => file.Path)).Select(diagnostic => diagnostic.Text()));
    }

    /// <summary>By file, in the order of the test, place and id; analyzers report in any order.</summary>
    public static IEnumerable<Diagnostic> InOrderOf(this IEnumerable<Diagnostic> diagnostics, IEnumerable<string> paths) => diagnostics
        .OrderBy(diagnostic => paths.Index().FirstOrDefault(path => path.Item == diagnostic.Location.SourceTree?.FilePath).Index)
        .ThenBy(diagnostic => diagnostic.Location.SourceSpan)
        .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal);

    public static string Text(this Diagnostic diagnostic) =>
        diagnostic.GetMessage(CultureInfo.InvariantCulture);

    private static string Report(
        ImmutableArray<MarkedFile> files, ImmutableArray<Diagnostic> actual, List<Finding> missing, List<Diagnostic> unexpected)
    {
        List<string> report = ["The diagnostics are not those that the test expects."];
        report.AddRange(missing.Select(finding => $"missing:    {finding.Id} at {finding.Path}{finding.Span}"));
        report.AddRange(unexpected.Select(diagnostic =>
            $"unexpected: {diagnostic.Id} at {diagnostic.Location.GetLineSpan()}: {diagnostic.Text()}"));

        foreach (var file in files)
        {
            var found = actual.Select(Finding.Of).Where(finding => finding.Path == file.Path).Select(finding => finding.Mark);
            report.Add($"\n--- {file.Path}, expected:\n{Markup.Render(file.Text, file.Marks)}");
            report.Add($"\n--- {file.Path}, found:\n{Markup.Render(file.Text, [.. found])}");
        }

        return string.Join('\n', report);
    }

    private readonly record struct Finding(string Path, TextSpan Span, string Id)
    {
        public Mark Mark => new(Id, Span);

        public static Finding Of(Diagnostic diagnostic) =>
            new(diagnostic.Location.GetLineSpan().Path ?? "", diagnostic.Location.SourceSpan, diagnostic.Id);
    }
}
