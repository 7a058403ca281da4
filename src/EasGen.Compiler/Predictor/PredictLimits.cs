using EasGen.Compiler.Declared;
using EasGen.Core;

namespace EasGen.Compiler.Predictor;

/// <summary>A number of [Predict] that limits its calls, and what it may be.</summary>
/// <param name="Name">The property of the attribute, and of the options that generated code sets.</param>
/// <param name="Least">The least that it may be.</param>
/// <param name="Most">The most that it may be.</param>
/// <param name="IsOfBatches">Whether only a batch method has it.</param>
internal sealed record PredictLimit(string Name, int Least, int Most, bool IsOfBatches = false)
{
    /// <summary>The number that the attribute gives, if it may be that; an analyzer judges the others.</summary>
    public int? Of(MarkedMethod method) => method.Data.Named(Name) is int value && Allows(value) ? value : null;

    public bool Allows(int value) => value >= Least && value <= Most;
}

internal static class PredictLimits
{
    public static PredictLimit MaxConcurrency { get; } = new("MaxConcurrency", 1, 1024);

    public static PredictLimit MaxQueue { get; } = new("MaxQueue", 0, 65536);

    public static PredictLimit MaxBatchSize { get; } = new("MaxBatchSize", 2, 4096, IsOfBatches: true);

    public static PredictLimit MaxBatchDelay { get; } = new("MaxBatchDelayMilliseconds", 0, 10_000, IsOfBatches: true);

    public static PredictLimit[] All { get; } = [MaxConcurrency, MaxQueue, MaxBatchSize, MaxBatchDelay];

    /// <summary>What the attribute says, by the names, as far as it has an effect.</summary>
    public static EquatableArray<(string Name, int Number)> SaidBy(MarkedMethod method)
    {
        List<(string, int)>? said = null;
        foreach (var limit in All)
        {
            if (limit.Of(method) is { } number && (method.IsBatch || !limit.IsOfBatches))
                (said ??= []).Add((limit.Name, number));
        }
        return said is null ? default : EquatableArray<(string, int)>.Of([.. said]);
    }
}
