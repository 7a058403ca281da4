using System.CommandLine;
using EasGen.Cli.Terminal;

namespace EasGen.Cli.Cloud;

/// <summary>Asks before something is done that cannot be taken back.</summary>
internal static class Confirmation
{
    public static Option<bool> CreateOption() => new("--yes", "-y") { Description = "Does it without asking." };

    /// <summary>True for an answer that begins with y.</summary>
    /// <exception cref="CommandException">There is nobody to ask.</exception>
    public static bool IsGiven(string question, InvocationConfiguration configuration) =>
        Answer($"{question} [y/N] ", configuration).StartsWith("y", StringComparison.OrdinalIgnoreCase);

    /// <summary>True when the name was typed.</summary>
    /// <exception cref="CommandException">There is nobody to ask.</exception>
    public static bool IsNamed(string question, string name, InvocationConfiguration configuration) =>
        Answer($"{question}; type its name to go on: ", configuration) == name;

    private static string Answer(string question, InvocationConfiguration configuration)
    {
        if (Console.IsInputRedirected)
            throw new CommandException("There is no terminal to ask on; add --yes to do it without asking");
        using var screen = Screen.Error(configuration);
        screen.Write(Plain.Line(question).TrimEnd() + " ");
        return Console.In.ReadLine()?.Trim() ?? "";
    }
}
