using System.Text.Json;
using EasGen.Cli.Terminal;

namespace EasGen.Cli.Check;

/// <summary>For scripts. What is here stays; a later version may add members.</summary>
internal sealed class JsonReport : IReport
{
    public void Write(CheckResult result, Screen output)
    {
        var document = new ReportDocument(
            Version: 1,
            new(
                result.Services,
                result.Count(Severity.Error),
                result.Count(Severity.Warning),
                result.Count(Severity.Info),
                result.Skipped,
                result.Unusable),
            [.. result.Files.Select(static file => new ReportFile(file.Name, [.. file.Findings.Select(Describe)]))],
            [.. result.AllErrors.Select(static inputError => new ReportTrouble(inputError.Path, inputError.ToString()))]);
        output.WriteJson(JsonSerializer.Serialize(document, ReportContext.Readable.ReportDocument));
    }

    private static ReportFinding Describe(LocatedFinding located) => new(
        located.Rule.Id,
        Severities.NameOf(located.Rule.Severity),
        located.Message,
        located.Finding.Pointer,
        located.Place.Line,
        located.Place.Column,
        located.Place.Length,
        located.Finding.Fix?.Title,
        located.Rule.HelpLink);
}

internal sealed record ReportDocument(
    int Version,
    ReportSummary Summary,
    IReadOnlyList<ReportFile> Files,
    IReadOnlyList<ReportTrouble> Unusable);

internal sealed record ReportSummary(int Services, int Errors, int Warnings, int Notes, int Skipped, int Unusable);

internal sealed record ReportFile(string Path, IReadOnlyList<ReportFinding> Findings);

/// <param name="Rule">Its id.</param>
/// <param name="Severity"><c>error</c>, <c>warning</c> or <c>note</c>.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Pointer">The JSON pointer of the setting, which a file that lacks it does not have.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
/// <param name="Length">In UTF-16 units.</param>
/// <param name="Fix">What would mend it; null where only the user can know.</param>
/// <param name="Help">The page of the rule.</param>
internal sealed record ReportFinding(
    string Rule,
    string Severity,
    string Message,
    string Pointer,
    int Line,
    int Column,
    int Length,
    string? Fix,
    string Help);

internal sealed record ReportTrouble(string Path, string Message);
