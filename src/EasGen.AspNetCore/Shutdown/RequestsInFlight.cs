using Microsoft.Extensions.Logging;

namespace EasGen.AspNetCore.Shutdown;

/// <summary>
/// The predict requests that run. Shortly before the host stops waiting for them, those that are left are cut off: their tokens are
/// cancelled, so that each client is still told.
/// </summary>
internal sealed partial class RequestsInFlight(DrainState drain, ILogger<RequestsInFlight> logger) : IDisposable
{
    private readonly CancellationTokenSource cut = new();
    private int count;

    /// <summary>Cancelled when the time for requests is over.</summary>
    public CancellationToken Cut => cut.Token;

    public int Count => Volatile.Read(ref count);

    public void Begin()
    {
        Interlocked.Increment(ref count);
        drain.Offer();
    }

    public void End() => Interlocked.Decrement(ref count);

    public void CutAfter(TimeSpan time)
    {
        cut.Token.Register(LogCut);
        cut.CancelAfter(time);
    }

    public void Dispose() => cut.Dispose();

    private void LogCut()
    {
        if (Count is > 0 and var left)
            LogCut(left);
    }

    [LoggerMessage(31, LogLevel.Warning, "The time to stop is nearly over; requests cut off: {Count}")]
    partial void LogCut(int count);
}
