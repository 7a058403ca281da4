using EasGen.Core;
using Spectre.Console;

namespace EasGen.Cli.Terminal;

internal static class Styles
{
    public static readonly Style Strong = new(decoration: Decoration.Bold);
    public static readonly Style Quiet = new(Color.Grey);
    private static readonly Style Error = new(Color.Red, decoration: Decoration.Bold);
    private static readonly Style Warning = new(Color.Yellow, decoration: Decoration.Bold);
    private static readonly Style Info = new(Color.Blue, decoration: Decoration.Bold);

    public static Style Of(Severity severity) => severity switch { Severity.Error => Error, Severity.Warning => Warning, _ => Info };
}
