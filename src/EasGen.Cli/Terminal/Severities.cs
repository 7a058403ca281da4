using Spectre.Console;

namespace EasGen.Cli.Terminal;

/// <summary>How a severity looks.</summary>
internal static class Severities
{
    public static Style StyleOf(Severity severity) => severity switch
    {
        Severity.Error => new(Color.Red, decoration: Decoration.Bold),
        Severity.Warning => new(Color.Yellow, decoration: Decoration.Bold),
        _ => new(Color.Blue, decoration: Decoration.Bold),
    };
}
