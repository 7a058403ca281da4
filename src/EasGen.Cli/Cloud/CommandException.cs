namespace EasGen.Cli.Cloud;

/// <summary>Ends a verb. The message is the one line that is said.</summary>
internal sealed class CommandException(string message, Exception? inner = null) : Exception(message, inner)
{
    public int ExitCode { get; init; } = Cli.ExitCode.Unusable;
}
