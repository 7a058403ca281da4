using Spectre.Console;

namespace EasGen.Cli.Terminal;

/// <summary>How severe a finding is, by the words that compilers and SARIF use.</summary>
internal static class Severities
{
    public static string NameOf(Severity severity) =>
        severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" };

    public static Style StyleOf(Severity severity) => severity switch
    {
        Severity.Error => new(Color.Red, decoration: Decoration.Bold),
        Severity.Warning => new(Color.Yellow, decoration: Decoration.Bold),
        _ => new(Color.Blue, decoration: Decoration.Bold),
    };
}
