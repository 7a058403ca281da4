namespace EasGen.AspNetCore.Batches;

/// <summary>How requests are gathered to batches, and how many batches run.</summary>
/// <param name="MaxSize">The most requests of one batch.</param>
/// <param name="MaxDelay">The longest time that a request waits for others while it could run.</param>
/// <param name="MaxConcurrency">The most batches that run at a time.</param>
/// <param name="MaxQueue">The most requests that wait while all places are taken.</param>
internal sealed record BatchLimits(int MaxSize, TimeSpan MaxDelay, int MaxConcurrency, int MaxQueue)
{
    /// <exception cref="ArgumentException">A batch that is larger than the queue never fills while another one runs.</exception>
    public static BatchLimits Of(BatchOptions options) => options.MaxBatchSize <= options.MaxQueue
        ? new(
            options.MaxBatchSize,
            TimeSpan.FromMilliseconds(options.MaxBatchDelayMilliseconds),
            options.MaxConcurrency ?? 1,
            options.MaxQueue)
        : throw new ArgumentException(
            $"A batch of {options.MaxBatchSize} never fills, because MaxQueue lets only {options.MaxQueue} requests wait; "
            + $"raise MaxQueue, or lower MaxBatchSize.",
            nameof(options));
}
