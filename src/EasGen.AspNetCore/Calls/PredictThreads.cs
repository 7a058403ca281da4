using System.Threading.RateLimiting;

namespace EasGen.AspNetCore.Calls;

/// <summary>
/// The threads that predict methods and checks may hold. They are those of the pool, which starts new ones slowly once
/// its minimum is in use: so their number is bounded and the minimum raised by as many, and the server and the probes
/// have their threads however long methods block.
/// </summary>
internal sealed class PredictThreads : IDisposable
{
    private static readonly Lock Pool = new();

    private readonly List<ConcurrencyLimiter> places = [];
    private int kept;
    private bool turnsAreKept;

    /// <summary>
    /// How many asynchronous methods may be on a thread at a time. They hold it until they first wait, which is a moment unless they
    /// block: then the others wait for their turn.
    /// </summary>
    private static int Asynchronous { get; } = Math.Max(16, 2 * Environment.ProcessorCount);

    /// <summary>The turns of asynchronous methods; given back when the method returns its task.</summary>
    public SemaphoreSlim Turns { get; } = new(Asynchronous, Asynchronous);

    /// <summary>Raises the minimum of the pool by threads that may be held, until the app is disposed.</summary>
    public void Keep(int threads)
    {
        lock (Pool)
        {
            ThreadPool.GetMinThreads(out var workers, out var completions);
            if (ThreadPool.SetMinThreads(workers + threads, completions))
                kept += threads;
        }
    }

    /// <summary>The places for the calls of one method, for which threads are kept; null if there is room for any number.</summary>
    public ConcurrencyLimiter? PlacesFor(bool isSynchronous, PredictOptions options)
    {
        var most = options.MaxConcurrency ?? (isSynchronous ? Environment.ProcessorCount : null);
        Keep(isSynchronous ? most!.Value : turnsAreKept ? 0 : Asynchronous);
        turnsAreKept |= !isSynchronous;
        if (most is not { } permits)
            return null;

        var limiter = new ConcurrencyLimiter(new()
        {
            PermitLimit = permits,
            QueueLimit = options.MaxQueue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
        places.Add(limiter);
        return limiter;
    }

    public void Dispose()
    {
        Keep(-kept);
        places.ForEach(static limiter => limiter.Dispose());
        Turns.Dispose();
    }
}
