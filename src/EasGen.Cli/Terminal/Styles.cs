using Spectre.Console;

namespace EasGen.Cli.Terminal;

internal static class Styles
{
    public static readonly Style Strong = new(decoration: Decoration.Bold);
    public static readonly Style Quiet = new(Color.Grey);
}
