namespace Digits.Training;

/// <summary>The images of the training: drawn, always the same, and none of them in both sets.</summary>
public static class DigitData
{
    public static IReadOnlyList<DigitSample> ToLearn(int count = 20_000) => new DigitWriter(seed: 1).Write(count);

    public static IReadOnlyList<DigitSample> HeldOut(int count = 2_000) => new DigitWriter(seed: 2).Write(count);
}
