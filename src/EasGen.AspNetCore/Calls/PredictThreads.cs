using System.Threading.RateLimiting;

namespace EasGen.AspNetCore.Calls;

/// <summary>
/// The threads that predict methods and checks may hold. They are those of the pool, which starts new ones slowly once
/// its minimum is in use: so their number is bounded and the minimum raised by as many, and the server and the probes
/// have their threads however long methods block.
/// </summary>
internal sealed class PredictThreads(RunningCalls running) : IDisposable
{
    private static readonly Lock Pool = new();

    private readonly List<IDisposable> owned = [];
    private bool turnsAreKept;

    /// <summary>
    /// How many asynchronous methods may be on a thread at a time. They hold it until they first wait, which is a moment unless they
    /// block: then the others wait for their turn.
    /// </summary>
    private static int Asynchronous { get; } = Math.Max(16, 2 * Environment.ProcessorCount);

    /// <summary>The turns of asynchronous methods; given back when the method returns its task.</summary>
    public SemaphoreSlim Turns { get; } = new(Asynchronous, Asynchronous);

    /// <summary>The calls that are on a thread, or that wait for something themselves.</summary>
    public RunningCalls Running => running;

    /// <summary>By how many threads the minimum of the pool is raised.</summary>
    public int Kept { get; private set; }

    /// <summary>Raises the minimum of the pool by threads that may be held, until the app is disposed.</summary>
    public void Keep(int threads)
    {
        lock (Pool)
        {
            ThreadPool.GetMinThreads(out var workers, out var completions);
            if (ThreadPool.SetMinThreads(workers + threads, completions))
                Kept += threads;
        }
    }

    /// <summary>The places for the calls of one method, for which threads are kept; null if there is room for any number.</summary>
    public ConcurrencyLimiter? PlacesFor(bool isSynchronous, PredictOptions options)
    {
        var most = options.MaxConcurrency ?? (isSynchronous ? Environment.ProcessorCount : null);
        KeepFor(isSynchronous, most);
        if (most is not { } permits)
            return null;

        var limiter = new ConcurrencyLimiter(new()
        {
            PermitLimit = permits,
            QueueLimit = options.MaxQueue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
        owned.Add(limiter);
        return limiter;
    }

    /// <summary>Keeps the threads for the calls of one method.</summary>
    /// <param name="isSynchronous">Whether a call holds its thread until its end.</param>
    /// <param name="most">How many calls run at a time; null for any number, which a synchronous method may not have.</param>
    public void KeepFor(bool isSynchronous, int? most)
    {
        Keep(isSynchronous ? most!.Value : turnsAreKept ? 0 : Asynchronous);
        turnsAreKept |= !isSynchronous;
    }

    /// <summary>Disposes what belongs to the calls of a method, with the app.</summary>
    public void Own(IDisposable part) => owned.Add(part);

    public void Dispose()
    {
        Keep(-Kept);
        owned.ForEach(static part => part.Dispose());
        Turns.Dispose();
    }
}
