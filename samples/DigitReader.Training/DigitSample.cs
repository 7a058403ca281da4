namespace Digits.Training;

/// <summary>An image, and the digit that was written on it.</summary>
public sealed record DigitSample(DigitImage Image, int Digit);
