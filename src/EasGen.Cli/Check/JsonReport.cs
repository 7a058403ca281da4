using System.Text.Json;
using EasGen.Cli.Fixing;
using EasGen.Cli.Rules;
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
                result.Unusable,
                result.Known?.Left,
                result.Fixed),
            [.. result.Files.Select(file => new ReportFile(
                file.Name,
                [.. file.Findings.Select(Describe)],
                result.Fixed is null ? null : [.. file.Mended.Select(Describe)]))],
            [.. result.AllErrors.Select(static inputError => new ReportTrouble(inputError.Path, inputError.ToString()))]);
        output.WriteJson(JsonSerializer.Serialize(document, ReportContext.Readable.ReportDocument));
    }

    private static ReportFix Describe(MendedFinding mended) => new(mended.Rule.Id, mended.Pointer, mended.Fix);

    private static ReportFinding Describe(LocatedFinding located) => new(
        located.Rule.Id,
        SeverityWord.Of(located.Severity),
        located.Message,
        located.Finding.Pointer,
        located.Place.Line,
        located.Place.Column,
        located.Place.Length,
        located.Finding.Fix?.Title,
        located.Obstacle,
        located.Rule.HelpLink);
}

internal sealed record ReportDocument(
    int Version,
    ReportSummary Summary,
    IReadOnlyList<ReportFile> Files,
    IReadOnlyList<ReportTrouble> Unusable);

/// <param name="Services">How many were checked.</param>
/// <param name="Errors">Findings.</param>
/// <param name="Warnings">Findings.</param>
/// <param name="Notes">Findings.</param>
/// <param name="Skipped">Files in folders that are no service JSON.</param>
/// <param name="Unusable">Inputs.</param>
/// <param name="Known">Findings of the baseline, which are not listed; null without a baseline.</param>
/// <param name="Fixed">Findings that are no more; null without <c>--fix</c>.</param>
internal sealed record ReportSummary(int Services, int Errors, int Warnings, int Notes, int Skipped, int Unusable, int? Known, int? Fixed);

/// <param name="Rule">Its id.</param>
/// <param name="Pointer">The setting that broke it.</param>
/// <param name="Fix">What was done.</param>
internal sealed record ReportFix(string Rule, string Pointer, string Fix);

internal sealed record ReportFile(string Path, IReadOnlyList<ReportFinding> Findings, IReadOnlyList<ReportFix>? Fixed);

/// <param name="Rule">Its id.</param>
/// <param name="Severity"><c>error</c>, <c>warning</c> or <c>note</c>.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Pointer">The JSON pointer of the setting, which a file that lacks it does not have.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
/// <param name="Length">In UTF-16 units.</param>
/// <param name="Fix">What would mend it; null where only the user can know.</param>
/// <param name="NotFixed">Why <c>--fix</c> did not apply it, though it is certain; null without <c>--fix</c>.</param>
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
    string? NotFixed,
    string Help);

internal sealed record ReportTrouble(string Path, string Message);
