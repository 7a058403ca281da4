namespace Sonnets;

/// <summary>A text that was written as a whole.</summary>
/// <param name="Text">What follows the prompt.</param>
/// <param name="Seed">The seed with which the same request writes the same text again.</param>
public sealed record Sonnet(string Text, int Seed);
