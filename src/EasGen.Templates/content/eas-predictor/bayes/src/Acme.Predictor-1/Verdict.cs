namespace Acme.Predictor_1;

/// <summary>What the model takes a review for.</summary>
/// <param name="Label">The most probable label.</param>
/// <param name="Confidence">The probability of <paramref name="Label"/>, 0 to 1.</param>
public sealed record Verdict(string Label, double Confidence);
