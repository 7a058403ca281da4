using EasGen.Cli.Inputs;
using EasGen.Cli.Rules;
using Microsoft.Extensions.FileSystemGlobbing;

namespace EasGen.Cli.Policy;

/// <summary>An <c>easgen.json</c>: which rules count how much in the files beside and below it, and why.</summary>
internal sealed class SettingsFile
{
    private readonly string folder;
    private readonly List<RuleSetting> settings = [];

    private SettingsFile(string folder) => this.folder = folder;

    /// <summary>What is wrong with it, in the order of the file.</summary>
    public IReadOnlyList<InputError> Mistakes { get; private init; } = [];

    /// <summary>The file of a folder; null when it has none.</summary>
    public static SettingsFile? In(string folder)
    {
        var path = Path.Combine(folder, SettingsForm.FileName);
        if (!File.Exists(path))
            return null;
        var shown = Path.GetRelativePath(Environment.CurrentDirectory, path);
        var (file, error) = OwnFile.ReadFound(shown.StartsWith("..", StringComparison.Ordinal) ? path : shown);
        if (file is null)
            return new(folder) { Mistakes = [error!] };
        var read = new SettingsFile(folder) { Mistakes = file.Mistakes };
        if (file.Root is { } root)
            read.Take(file, root);
        return read;
    }

    /// <summary>The last setting that the rule has for a file; null when it has none.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="path">The whole path of the file.</param>
    public RuleSetting? Find(Rule rule, string path) => settings.FindLast(setting => setting.Rule == rule
        && (setting.Files is null || setting.Files.Match(folder, path).HasMatches));

    private void Take(OwnFile file, JsonNode root)
    {
        var members = file.Members(root, SettingsForm.Keys, required: 0);
        foreach (var item in file.Items(members.GetValueOrDefault(SettingsForm.Rules)))
        {
            var parts = file.Members(item, SettingsForm.RuleKeys, SettingsForm.Required);
            var rule = Rule(file, parts.GetValueOrDefault(SettingsForm.Rule));
            var severity = Severity(file, parts.GetValueOrDefault(SettingsForm.Severity));
            file.Text(parts.GetValueOrDefault(SettingsForm.Reason));
            var files = parts.TryGetValue(SettingsForm.Files, out var patterns) ? Files(file, patterns) : null;
            if (rule is not null)
                settings.Add(new(rule, severity, files));
        }
    }

    private static Rule? Rule(OwnFile file, JsonNode? node)
    {
        if (file.Text(node) is not { } id)
            return null;
        var (rule, problem) = RuleIds.FindAdjustable(id);
        if (problem is not null)
            file.Report(node!, problem);
        return rule;
    }

    private static Severity? Severity(OwnFile file, JsonNode? node)
    {
        if (file.Text(node) is not { } word)
            return null;
        var (severity, problem) = SeverityWord.Read(word);
        if (problem is not null)
            file.Report(node!, problem);
        return severity;
    }

    // From the folder of the settings on, as a path that leaves it would never match.
    private static Matcher Files(OwnFile file, JsonNode patterns)
    {
        var matcher = new Matcher(StringComparison.Ordinal);
        foreach (var item in file.Items(patterns))
        {
            if (file.Text(item) is not { } pattern)
                continue;
            if (Path.IsPathRooted(pattern) || pattern.Split('/', '\\').Contains(".."))
                file.Report(
                    item,
                    $"'{pattern}' leads out of the folder of this file; write a pattern that begins there, such as 'deploy/**'");
            else
                matcher.AddInclude(pattern);
        }
        if (patterns is { Kind: JsonKind.Array, Members.Count: 0 })
            file.Report(patterns, "the list is empty, so that no file is meant; name some, or leave it out for all");
        return matcher;
    }
}
