namespace EasGen.Cli.Baselines;

/// <summary>What a baseline said of a check.</summary>
/// <param name="Left">How many findings it knows, so that they are not reported.</param>
/// <param name="Gone">How many it knows that the files no longer have.</param>
internal sealed record KnownFindings(int Left, int Gone);
