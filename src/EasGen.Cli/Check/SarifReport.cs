using System.Reflection;
using System.Text.Json;
using EasGen.Cli.Baselines;
using EasGen.Cli.Fixing;
using EasGen.Cli.Rules;
using EasGen.Cli.Terminal;
using EasGen.Core.Checking;
using EasGen.Core.Files;

namespace EasGen.Cli.Check;

/// <summary>For code scanning: SARIF 2.1.0, with all rules and their pages.</summary>
internal sealed class SarifReport : IReport
{
    public void Write(CheckResult result, Screen output)
    {
        var rules = RuleCatalog.All.Select(static (rule, index) => (rule.Id, index))
            .ToDictionary(static rule => rule.Id, static rule => rule.index, StringComparer.Ordinal);
        var log = new SarifLog([
            new(
                new(new("easgen", Version, RulePages.ProjectLink, [.. RuleCatalog.All.Select(Describe)])),
                [new(result.ExitCode != ExitCode.Unusable, [.. result.InputErrors.Select(Describe)])],
                [.. result.Told.SelectMany(file => file.Findings.Select(located => Describe(file.Name, located, rules[located.Rule.Id])))])
        ]);
        output.WriteJson(JsonSerializer.Serialize(log, ReportContext.Readable.SarifLog));
    }

    private static string Version =>
        Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    private static SarifRule Describe(Rule rule)
    {
        var page = RulePages.Page(rule);
        return new(
            rule.Id,
            new(rule.Title),
            new(RulePages.Why(rule)),
            rule.HelpLink,
            new(RulePages.Why(rule), page),
            new(SeverityWord.Of(rule.Severity)));
    }

    private static SarifResult Describe(string name, LocatedFinding located, int index) => new(
        located.Rule.Id,
        index,
        SeverityWord.Of(located.Severity),
        SarifText.Plain(located.Message),
        [
            new(
                new(new(ReportPath.Address(name)), Region(located.Place), Context(located.Place)),
                [new(located.Finding.Pointer.Length == 0 ? "/" : located.Finding.Pointer)])
        ],
        new(Fingerprint.Of(located, ReportPath.Of(name)).ToHash()),
        located.Offer.Count == 0 ? null : [new(
            SarifText.Plain(located.Finding.Fix!.Title),
            [new(new(ReportPath.Address(name)), [.. located.Offer.Select(Describe)])])]);

    private static SarifRegion Region(FileSpan place)
    {
        var length = Math.Min(place.Length, place.Text.Length - place.Start);
        return new(
            place.Line,
            place.Column,
            place.Column + place.Length,
            length == place.Length ? new(place.Text.Substring(place.Start, length)) : null);
    }

    // The line, or what is shown of a long one; nothing if that is not more than the region.
    private static SarifRegion? Context(FileSpan place)
    {
        if (place.Start + place.Length > place.Text.Length || place.Length == place.Text.Length)
            return null;
        var column = place.Column - place.Start;
        return new(place.Line, column, column + place.Text.Length, new(place.Text));
    }

    private static SarifReplacement Describe(PlacedEdit edit) => new(
        new(edit.Line, edit.Column, edit.EndLine, edit.EndColumn),
        edit.Text.Length == 0 ? null : new(edit.Text));

    private static SarifNotification Describe(Inputs.InputError inputError) =>
        new("error", SarifText.Plain(inputError.ToString()), [new(new(new(ReportPath.Address(inputError.Path)), null, null), null)]);
}
