using System.Globalization;
using EasGen.Cli.Rules;
using EasGen.Cli.Terminal;

namespace EasGen.Cli.Check;

/// <summary>For a workflow of GitHub: each finding is a command that puts an annotation beside its line.</summary>
internal sealed class GitHubReport : IReport
{
    public void Write(CheckResult result, Screen output)
    {
        foreach (var file in result.Told)
        {
            foreach (var located in file.Findings)
                output.WriteLine(Command(file.Name, located));
        }
        foreach (var inputError in result.InputErrors)
            output.WriteLine($"::error file={Property(inputError.Path)}::{Data(inputError.ToString())}");
        output.WriteLine(TextReport.Summary(result));
    }

    private static string Command(string name, LocatedFinding located)
    {
        var place = located.Place;
        string[] fix = located.FixLine is { } line ? [line] : [];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"::{Level(located.Severity)} file={Property(ReportPath.Of(name))},line={place.Line},endLine={place.Line},"
            + $"col={place.Column},endColumn={place.Column + place.Length},title={Property($"{located.Rule.Id}: {located.Rule.Title}")}"
            + $"::{Data([located.Message, .. fix, located.Rule.HelpLink])}");
    }

    private static string Level(Severity severity) => severity == Severity.Info ? "notice" : SeverityWord.Of(severity);

    // As the toolkit of GitHub's actions escapes them.
    private static string Data(params string[] lines) =>
        string.Join("%0A", lines.Select(static line => Plain.Line(line).Replace("%", "%25", StringComparison.Ordinal)));

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
