namespace EasGen.Compiler.Predictor;

/// <summary>A number of [Predict] that limits its calls, and what it may be.</summary>
internal sealed record PredictLimit(string Name, int Least, int Most)
{
    /// <summary>The number that the attribute gives, if it may be that; an analyzer judges the others.</summary>
    public int? Of(MarkedMethod method) => method.Argument(Name) is int value && Allows(value) ? value : null;

    public bool Allows(int value) => value >= Least && value <= Most;
}

internal static class PredictLimits
{
    public static PredictLimit MaxConcurrency { get; } = new("MaxConcurrency", 1, 1024);

    public static PredictLimit MaxQueue { get; } = new("MaxQueue", 0, 65536);

    public static PredictLimit[] All { get; } = [MaxConcurrency, MaxQueue];
}
