using EasGen.Core.Secrets;

namespace EasGen.Build;

/// <summary>The values that the build gives to placeholders: <c>NAME=value;NAME=value</c>.</summary>
internal sealed class Variables
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    private Variables()
    {
    }

    public IReadOnlyCollection<string> Names => values.Keys;

    /// <summary>Keeps the values whose names promise a secret out of what is said.</summary>
    public Concealment Concealment => new([.. SecretName.Among(values)]);

    public static Variables Parse(string text, RuleLog log)
    {
        var variables = new Variables();
        var (count, before) = (0, "");
        foreach (var entry in text.Split(';').Select(static entry => entry.Trim()).Where(static entry => entry.Length > 0))
        {
            count++;
            var parts = entry.Split(['='], 2);
            var name = parts[0].TrimEnd();
            if (parts.Length < 2 || !Placeholder.IsName(name))
            {
                // The entry may be half of a secret that has a semicolon in it: nothing of it is shown.
                log.Report(
                    BuildRules.EAS0013_VariableHasForm,
                    FormattableString.Invariant($"Entry {count} of EasGenVariables{before} is not of the form NAME=value; ")
                        + "use letters, digits and underscores in the name, and write %253B for a semicolon in a value");
                continue;
            }
            before = $", after {name},";
            if (variables.values.ContainsKey(name))
                log.Report(BuildRules.EAS0013_VariableHasForm, $"EasGenVariables gives {name} twice; keep one of them");
            else
                variables.values.Add(name, Unescape(parts[1].TrimStart()));
        }
        return variables;
    }

    /// <summary>What an environment gives; nothing without one.</summary>
    public static Variables Of(EnvironmentFile? environment) => new Variables().Or(environment?.Variables ?? []);

    /// <summary>These, and others for what they do not give.</summary>
    public Variables Or(IEnumerable<KeyValuePair<string, string>> others)
    {
        var all = new Variables();
        foreach (var value in others.Concat(values))
            all.values[value.Key] = value.Value;
        return all;
    }

    /// <summary>The value of a name; null when it is not given.</summary>
    public string? this[string name] => values.TryGetValue(name, out var value) ? value : null;

    // MSBuild has unescaped the property once; a semicolon that belongs to a value is written %253B.
    private static string Unescape(string value) => value.Replace("%3B", ";").Replace("%3b", ";");
}
