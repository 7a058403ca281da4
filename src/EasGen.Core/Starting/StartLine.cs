namespace EasGen.Core.Starting;

/// <summary>A setting that starts the program of a container, taken apart once for all rules.</summary>
/// <param name="Place">Its JSON pointer.</param>
/// <param name="Commands">Its commands, those inside of another shell's text not included.</param>
/// <param name="Programs">The programs, those included, in their order.</param>
/// <param name="Exported">The variables that the line sets for all of them.</param>
internal sealed record StartLine(
    string Place,
    IReadOnlyList<ShellCommand> Commands,
    IReadOnlyList<StartedProgram> Programs,
    Variables Exported)
{
    /// <summary>What a shell takes for commands and nobody means as such; no programs.</summary>
    public IReadOnlyList<StrayWord> Strays { get; init; } = [];

    /// <summary>The quote that nothing closes.</summary>
    public OpenQuote? OpenQuote { get; init; }

    /// <summary>True when the line does something else than what is written in it.</summary>
    public bool IsBroken => Strays.Count > 0 || OpenQuote is not null;
}
