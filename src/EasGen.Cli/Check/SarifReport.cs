using System.Reflection;
using System.Text.Json;
using EasGen.Cli.Rules;
using EasGen.Cli.Terminal;
using EasGen.Core;

namespace EasGen.Cli.Check;

/// <summary>For code scanning: SARIF 2.1.0, with all rules and their pages.</summary>
internal sealed class SarifReport : IReport
{
    public void Write(CheckResult result, Screen output)
    {
        var rules = RuleBook.All.Select(static (rule, index) => (rule.Id, index)).ToDictionary(static rule => rule.Id, static rule => rule.index, StringComparer.Ordinal);
        var log = new SarifLog([
            new(
                new(new("easgen", Version, RuleBook.ProjectLink, [.. RuleBook.All.Select(Describe)])),
                [new(result.ExitCode != ExitCode.Unusable, [.. result.Troubles.Select(Describe)])],
                [.. result.Files.SelectMany(file => file.Remarks.Select(remark => Describe(file.Name, remark, rules[remark.Rule.Id])))])
        ]);
        output.WriteLine(JsonSerializer.Serialize(log, ReportContext.Readable.SarifLog));
    }

    private static string Version => Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    private static SarifRule Describe(Rule rule)
    {
        var page = RuleBook.Page(rule);
        return new(rule.Id, new(rule.Title), new(RuleBook.Why(rule)), rule.HelpLink, new(RuleBook.Why(rule), page), new(LevelOf(rule)));
    }

    private static SarifResult Describe(string name, Remark remark, int index) => new(
        remark.Rule.Id,
        index,
        LevelOf(remark.Rule),
        new(remark.Message),
        [
            new(
                new(
                    new(Address(name)),
                    new(remark.Place.Line, remark.Place.Column, remark.Place.Column + remark.Place.Length, new(remark.Place.Text))),
                [new(remark.Finding.Pointer.Length == 0 ? "/" : remark.Finding.Pointer)])
        ]);

    private static SarifNotification Describe(Inputs.Trouble trouble) =>
        new("error", new(trouble.ToString()), [new(new(new(Address(trouble.Path)), null), null)]);

    private static string LevelOf(Rule rule) => Severities.NameOf(rule.Severity);

    // Below the working folder a path is relative, as code scanning wants it; elsewhere it is whole.
    private static string Address(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path.Replace('\0', '?'));
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative)
            ? new Uri(Path.GetFullPath(path)).AbsoluteUri
            : string.Join('/', relative.Split(Path.DirectorySeparatorChar).Select(Uri.EscapeDataString));
    }
}
