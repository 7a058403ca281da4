using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using EasGen.AspNetCore.Telemetry;

namespace EasGen.AspNetCore.Batches;

/// <summary>Requests that run together, each with a caller who may leave before the end.</summary>
[SuppressMessage(
    "Design",
    "CA1001:Types that own disposable fields should be disposable",
    Justification = "Without a timer the source has nothing to free, and the method may hold its token for longer than it runs.")]
internal sealed class Batch<TRequest, TResponse>
{
    private readonly CancellationTokenSource abandoned = new();
    private readonly List<BatchItem<TRequest, TResponse>> items = [];

    // One more while the batch is filled, so that it is not given up before it is whole.
    private int callers = 1;

    public IReadOnlyList<BatchItem<TRequest, TResponse>> Items => items;

    /// <summary>How many callers still wait for their answers.</summary>
    public int Callers => Volatile.Read(ref callers);

    /// <summary>Cancelled when all callers have left.</summary>
    public CancellationToken Abandoned => abandoned.Token;

    /// <summary>The requests' own activities, where they are recorded.</summary>
    public IEnumerable<ActivityLink>? Links => EasMetrics.Activities.HasListeners()
        ? items.Where(static item => item.Caller != default).Select(static item => new ActivityLink(item.Caller))
        : null;

    /// <summary>Takes an item, unless its caller has left.</summary>
    public void Add(BatchItem<TRequest, TResponse> item)
    {
        Interlocked.Increment(ref callers);
        if (item.TryJoin(this))
            items.Add(item);
        else
            Interlocked.Decrement(ref callers);
    }

    /// <summary>No more items come. False if no caller is left.</summary>
    public bool Close() => Interlocked.Decrement(ref callers) > 0;

    public void Leave()
    {
        // Not on this thread: what the method does when it is cancelled may take its time, or fail.
        if (Interlocked.Decrement(ref callers) == 0)
            _ = abandoned.CancelAsync();
    }
}
