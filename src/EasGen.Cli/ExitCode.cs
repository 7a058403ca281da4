namespace EasGen.Cli;

/// <summary>What the tool tells a script. The worst of all inputs counts.</summary>
internal static class ExitCode
{
    /// <summary>No errors; warnings at most.</summary>
    public const int Clean = 0;

    /// <summary>A rule is broken.</summary>
    public const int Errors = 1;

    /// <summary>The command was wrong, or an input could not be used.</summary>
    public const int Unusable = 2;
}
