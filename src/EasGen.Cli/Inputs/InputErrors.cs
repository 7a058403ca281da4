using System.CommandLine;
using EasGen.Cli.Terminal;

namespace EasGen.Cli.Inputs;

internal static class InputErrors
{
    /// <summary>One line for each input that cannot be used.</summary>
    public static void Write(IEnumerable<InputError> inputErrors, InvocationConfiguration configuration)
    {
        using var error = Screen.Error(configuration);
        foreach (var inputError in inputErrors)
        {
            error.Write("error: ", Severities.StyleOf(Severity.Error));
            error.WriteLine(Plain.Line(inputError.ToString()));
        }
    }
}
