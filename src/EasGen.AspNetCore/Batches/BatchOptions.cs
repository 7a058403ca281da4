namespace EasGen.AspNetCore;

/// <summary>
/// What a batch method says beside its types. <see cref="PredictOptions.MaxConcurrency"/> is the number of its batches that run at a time,
/// 1 unless it says otherwise, and <see cref="PredictOptions.MaxQueue"/> the number of requests that wait for them, at least
/// <see cref="MaxBatchSize"/>.
/// </summary>
public sealed record BatchOptions : PredictOptions
{
    /// <summary>The most requests of one batch, 2 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is that of no batch.</exception>
    public required int MaxBatchSize
    {
        get;
        init => field = value >= 2
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "MaxBatchSize must be 2 or more.");
    }

    /// <summary>
    /// The longest time in milliseconds that a request waits for others while it could run, 0 or more. 0, the default: what waits when the
    /// method is free is the batch. None waits any longer once as many are there as were before, so that one caller who asks again and
    /// again does not wait; who has not come back within this time is not waited for any more.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public int MaxBatchDelayMilliseconds
    {
        get;
        init => field = value >= 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "MaxBatchDelayMilliseconds must be 0 or more.");
    }
}
