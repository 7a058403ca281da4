namespace Iris;

/// <summary>One flower, measured in centimetres.</summary>
public sealed record IrisMeasurement
{
    // "required", so that JSON without a number is refused instead of being read as a flower of 0 cm.
    public required double SepalLength { get; init; }
    public required double SepalWidth { get; init; }
    public required double PetalLength { get; init; }
    public required double PetalWidth { get; init; }

    /// <summary>The names of the numbers, in the order of <see cref="ToFeatures"/>.</summary>
    public static IReadOnlyList<string> FeatureNames { get; } =
        [nameof(SepalLength), nameof(SepalWidth), nameof(PetalLength), nameof(PetalWidth)];

    /// <exception cref="ArgumentOutOfRangeException">A number is no length of a flower; names the property.</exception>
    public double[] ToFeatures() =>
    [
        Centimetres(SepalLength, nameof(SepalLength)),
        Centimetres(SepalWidth, nameof(SepalWidth)),
        Centimetres(PetalLength, nameof(PetalLength)),
        Centimetres(PetalWidth, nameof(PetalWidth)),
    ];

    // The comparison is false for NaN too. No iris is a metre wide: a greater number is a slip, and a huge one would
    // make the probabilities NaN.
    private static double Centimetres(double value, string property) =>
        value is >= 0 and <= 100
            ? value
            : throw new ArgumentOutOfRangeException(property, FormattableString.Invariant(
                $"{property} is {value}, but must be a length in centimetres, from 0 to 100."));
}
