using System.Collections.Concurrent;
using EasGen.Cli.Inputs;

namespace EasGen.Cli.Policy;

/// <summary>
/// How much each rule counts in each file: as the command says, as the settings beside or above the file say, or as usual.
/// </summary>
internal sealed class RulePolicy(IReadOnlyList<RuleSetting> command)
{
    private readonly ConcurrentDictionary<string, Lazy<SettingsFile?>> folders = new(StringComparer.Ordinal);

    // By the folder as the file's name has it, of which many files have the same.
    private readonly ConcurrentDictionary<string, SettingsFile?> beside = new(StringComparer.Ordinal);

    /// <summary>What is wrong with the settings that were found so far.</summary>
    public IEnumerable<InputError> Mistakes => folders.Values
        .Select(static found => found.Value)
        .OfType<SettingsFile>()
        .Distinct()
        .SelectMany(static settings => settings.Mistakes)
        .OrderBy(static mistake => mistake.Path, StringComparer.Ordinal);

    /// <summary>The severity of each rule in a file, where null is off; nothing when its settings cannot be used.</summary>
    public Func<Rule, Severity?>? For(string file)
    {
        var settings = beside.GetOrAdd(Path.GetDirectoryName(file) ?? "", Beside, file);
        if (settings is { Mistakes.Count: > 0 })
            return null;
        return rule =>
        {
            var chosen = command.LastOrDefault(setting => setting.Rule == rule) ?? settings?.Find(rule, Path.GetFullPath(file));
            return chosen is null ? rule.Severity : chosen.Severity;
        };
    }

    private SettingsFile? Beside(string _, string file) =>
        Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder ? Above(folder) : null;

    // The nearest counts alone.
    private SettingsFile? Above(string folder) => folders
        .GetOrAdd(folder, at => new(() => SettingsFile.In(at) ?? (Path.GetDirectoryName(at) is { } outer ? Above(outer) : null)))
        .Value;
}
