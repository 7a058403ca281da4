using System.Threading.Channels;
using EasGen.AspNetCore.Telemetry;

namespace EasGen.AspNetCore.Batches;

/// <summary>
/// Gathers the requests of one method to batches. One loop decides, by the news that come to it: an item came or left, a batch is done,
/// the delay is over. What waits, and which places are free, is known to the loop alone.
/// </summary>
internal sealed partial class BatchGathering<TRequest, TResponse> : IDisposable
{
    private readonly Channel<News> news = Channel.CreateUnbounded<News>(new() { SingleReader = true });
    private readonly LinkedList<BatchItem<TRequest, TResponse>> waiting = [];
    private readonly BatchLimits limits;
    private readonly BatchRuns<TRequest, TResponse> runs;
    private readonly EasMetrics metrics;
    private readonly TimeProvider time;
    private readonly ITimer timer;
    private readonly string route;

    private int queued;
    private int free;
    private long freeSince;
    private int expected = 1;
    private long expectedSince;
    private long? timerSetFrom;

    public BatchGathering(string route, BatchLimits limits, BatchRuns<TRequest, TResponse> runs, EasMetrics metrics, TimeProvider time)
    {
        (this.route, this.limits, this.runs, this.metrics, this.time) = (route, limits, runs, metrics, time);
        (free, freeSince) = (limits.MaxConcurrency, time.GetTimestamp());
        timer = time.CreateTimer(_ => Tell(new(Event.DelayOver)), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        metrics.Watch(route, () => Volatile.Read(ref queued));
        // No request's context is that of the batches.
        using (ExecutionContext.SuppressFlow())
            _ = Task.Run(Gather);
    }

    /// <summary>Takes a request; null if too many wait already. Its task ends with its answer or with the token.</summary>
    public Task<TResponse>? Ask(TRequest request, CancellationToken cancellationToken)
    {
        // Those that run as soon as the loop sees them do not wait.
        if (Interlocked.Increment(ref queued) > limits.MaxQueue + Volatile.Read(ref free) * limits.MaxSize)
        {
            Interlocked.Decrement(ref queued);
            metrics.Rejected(route);
            return null;
        }

        var item = new BatchItem<TRequest, TResponse>(request, time.GetTimestamp());
        item.WatchCaller(Left, cancellationToken);
        Tell(new(Event.Came, item));
        return item.Task;
    }

    public void Dispose()
    {
        news.Writer.TryComplete();
        timer.Dispose();
    }

    private void Left(BatchItem<TRequest, TResponse> item)
    {
        Interlocked.Decrement(ref queued);
        Tell(new(Event.Left, item));
    }

    private void Tell(News what) => news.Writer.TryWrite(what);

    private async Task Gather()
    {
        while (await news.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (news.Reader.TryRead(out var what))
                Note(what);
            while (free > 0 && waiting.Count > 0 && IsTime())
                Begin(Take());
        }
    }

    private void Note(News what)
    {
        switch (what.Event)
        {
            // One that left at once says so before it came.
            case Event.Came when !what.Item!.IsOver:
                what.Item.Place = waiting.AddLast(what.Item);
                break;
            case Event.Left when what.Item!.Place is { List: not null } place:
                waiting.Remove(place);
                break;
            case Event.Done:
                // Those who are answered now, and those who have come meanwhile: as many may be there in a moment.
                expected = Math.Max(1, what.Batch!.Callers + waiting.Count);
                expectedSince = time.GetTimestamp();
                if (free++ == 0)
                    freeSince = expectedSince;
                break;
            case Event.DelayOver:
                timerSetFrom = null;
                break;
        }
    }

    /// <summary>Whether the batch is as large as it may become, or has waited for long enough.</summary>
    private bool IsTime()
    {
        var first = waiting.First!.Value;
        // Those who were there before have not come back in time.
        var isLate = time.GetElapsedTime(expectedSince, first.Arrived) > limits.MaxDelay;
        if (limits.MaxDelay == TimeSpan.Zero || isLate || waiting.Count >= Math.Min(limits.MaxSize, expected))
            return true;

        var from = Math.Max(freeSince, first.Arrived);
        var left = limits.MaxDelay - time.GetElapsedTime(from);
        if (left <= TimeSpan.Zero)
            return true;
        if (timerSetFrom != from)
        {
            // A timer counts whole milliseconds, and must not be early.
            timer.Change(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
            timerSetFrom = from;
        }
        return false;
    }

    private Batch<TRequest, TResponse> Take()
    {
        var batch = new Batch<TRequest, TResponse>();
        while (batch.Items.Count < limits.MaxSize && waiting.First is { } first)
        {
            waiting.RemoveFirst();
            batch.Add(first.Value);
        }
        Interlocked.Add(ref queued, -batch.Items.Count);
        return batch;
    }

    private void Begin(Batch<TRequest, TResponse> batch)
    {
        if (!batch.Close())
            return;
        free--;
        _ = runs.Run(batch, done => Tell(new(Event.Done, Batch: done)));
    }

    private enum Event
    {
        Came,
        Left,
        Done,
        DelayOver,
    }

    private readonly record struct News(
        Event Event,
        BatchItem<TRequest, TResponse>? Item = null,
        Batch<TRequest, TResponse>? Batch = null);
}
