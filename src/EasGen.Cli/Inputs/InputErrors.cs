using System.CommandLine;
using EasGen.Cli.Terminal;

namespace EasGen.Cli.Inputs;

internal static class InputErrors
{
    /// <summary>One line for each input that cannot be used.</summary>
    public static void Write(IEnumerable<InputError> inputErrors, InvocationConfiguration configuration) =>
        Write(inputErrors.Select(static inputError => inputError.ToString()), configuration);

    /// <summary>One line for each thing that is wrong.</summary>
    public static void Write(IEnumerable<string> messages, InvocationConfiguration configuration)
    {
        using var error = Screen.Error(configuration);
        foreach (var message in messages)
        {
            error.Write("error: ", Severities.StyleOf(Severity.Error));
            error.WriteLine(Plain.Line(message));
        }
    }
}
