namespace Digits;

/// <summary>What the model takes an image for.</summary>
/// <param name="Digit">The most probable digit, 0 to 9.</param>
/// <param name="Confidence">The probability of <paramref name="Digit"/>.</param>
/// <param name="Scores">The probabilities of the digits 0 to 9, in this order; together they are 1.</param>
public sealed record DigitReading(int Digit, float Confidence, IReadOnlyList<float> Scores);
