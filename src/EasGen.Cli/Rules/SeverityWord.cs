namespace EasGen.Cli.Rules;

/// <summary>How severe a finding is, by the words that compilers and SARIF use.</summary>
internal static class SeverityWord
{
    public const string Off = "off";

    /// <summary>What a person may write. The last switches a rule off.</summary>
    public static readonly string[] All = [Of(Severity.Error), Of(Severity.Warning), Of(Severity.Info), Off];

    public static string Of(Severity severity) =>
        severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" };

    /// <summary>What a word means, null for off; and what is wrong with one that is none of them.</summary>
    public static (Severity? Severity, string? Problem) Read(string word)
    {
        foreach (var severity in new[] { Severity.Error, Severity.Warning, Severity.Info })
        {
            if (word == Of(severity))
                return (severity, null);
        }
        return (null, word == Off ? null : $"'{word}' is not a severity; write one of {string.Join(", ", All)}");
    }
}
