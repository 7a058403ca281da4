using System.CommandLine;
using EasGen.Cli.Terminal;
using EasGen.Core;

namespace EasGen.Cli.Inputs;

internal static class Troubles
{
    /// <summary>One line for each input that cannot be used.</summary>
    public static void Write(IEnumerable<Trouble> troubles, InvocationConfiguration configuration)
    {
        using var error = Screen.Error(configuration);
        foreach (var trouble in troubles)
        {
            error.Write("error: ", Severities.StyleOf(Severity.Error));
            error.WriteLine(Plain.Line(trouble.ToString()));
        }
    }
}
