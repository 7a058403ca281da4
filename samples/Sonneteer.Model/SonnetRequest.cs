namespace Sonnets;

/// <summary>What is to be continued, and how.</summary>
/// <param name="Prompt">How the sonnet begins, up to 1000 characters; empty for a sonnet from its first word.</param>
/// <param name="MaxTokens">How many characters to write, 1 to 1000.</param>
/// <param name="Temperature">0 for the likeliest character each time, 1 for as the poet would, up to 2 for bolder.</param>
/// <param name="Seed">The same seed writes the same text; without one, each text is another.</param>
public sealed record SonnetRequest(string Prompt, int MaxTokens = 200, double Temperature = 0.7, int? Seed = null)
{
    public const int LongestPrompt = 1000;
    public const int MostTokens = 1000;
    public const double HighestTemperature = 2;

    /// <summary>The first thing that is wrong with the request, or null.</summary>
    public string? FindProblem()
    {
        if (Prompt.Length > LongestPrompt)
            return $"prompt has {Prompt.Length} characters, but may have {LongestPrompt}.";

        if (MaxTokens is < 1 or > MostTokens)
            return $"maxTokens is {MaxTokens}, but must be from 1 to {MostTokens}.";

        // The comparison is false for NaN too.
        if (!(Temperature is >= 0 and <= HighestTemperature))
            return FormattableString.Invariant($"temperature is {Temperature}, but must be from 0 to {HighestTemperature}.");

        return null;
    }
}
