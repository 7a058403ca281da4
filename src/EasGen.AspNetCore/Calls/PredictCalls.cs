using System.Diagnostics;
using System.Threading.RateLimiting;
using EasGen.AspNetCore.Telemetry;
using Microsoft.Extensions.Logging;

namespace EasGen.AspNetCore.Calls;

/// <summary>
/// The calls of one predict method: so many at a time, so many that wait, and none of them on the thread of its request, which can
/// therefore be answered in time whatever the method does.
/// </summary>
internal sealed partial class PredictCalls
{
    private readonly string route;
    private readonly string activityName;
    private readonly bool isSynchronous;
    private readonly PredictThreads threads;
    private readonly EasMetrics metrics;
    private readonly ILogger logger;
    private readonly ConcurrencyLimiter? places;

    public PredictCalls(
        string route,
        bool isSynchronous,
        ConcurrencyLimiter? places,
        PredictThreads threads,
        EasMetrics metrics,
        ILogger logger)
    {
        (this.route, this.isSynchronous, this.threads, this.metrics, this.logger) = (route, isSynchronous, threads, metrics, logger);
        activityName = $"predict {route}";
        this.places = places;
        if (places is not null)
            metrics.Watch(route, () => places.GetStatistics()?.CurrentQueuedCount ?? 0);
    }

    /// <summary>Begins a call, which may have to wait for its place; null if too many wait already.</summary>
    public CallScope? Enter(CancellationToken cancellationToken)
    {
        var scope = new CallScope(metrics, threads.Running, route, activityName);
        if (places is null || scope.TryTake(places.AcquireAsync(1, cancellationToken)))
            return scope;

        metrics.Rejected(route);
        return null;
    }

    /// <summary>Begins a call that has its place already.</summary>
    /// <param name="links">The activities for which it is made; null where none is recorded.</param>
    public CallScope Begin(IEnumerable<ActivityLink>? links) =>
        new(metrics, threads.Running, route, activityName, links);

    /// <summary>
    /// Calls the method on another thread. The task ends with it or with the token, whichever is first; the call ends with the
    /// method, however late that is.
    /// </summary>
    public async ValueTask<Task<T>> Start<TState, T>(
        Func<TState, CancellationToken, ValueTask<T>> method,
        TState state,
        CallScope scope,
        CancellationToken cancellationToken)
    {
        try
        {
            return await Start(method, state, scope, isWhole: true, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            scope.End();
            throw;
        }
    }

    /// <summary>Calls the method on another thread, as a part of a call that goes on after it. The task ends with the method.</summary>
    public ValueTask<Task<T>> Step<TState, T>(
        Func<TState, CancellationToken, ValueTask<T>> method,
        TState state,
        CallScope scope,
        CancellationToken cancellationToken) => Start(method, state, scope, isWhole: false, cancellationToken);

    private async ValueTask<Task<T>> Start<TState, T>(
        Func<TState, CancellationToken, ValueTask<T>> method,
        TState state,
        CallScope scope,
        bool isWhole,
        CancellationToken cancellationToken)
    {
        if (!isSynchronous)
        {
            if (scope.IsWaiting)
                await scope.Wait().ConfigureAwait(false);
            await threads.Turns.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        var call = new Call<TState, T>(this, method, state, scope, isWhole, cancellationToken);
        // A call that waits goes on by itself, on the thread that its place comes from.
        if (scope.IsWaiting)
            _ = call.Run();
        else
            ThreadPool.QueueUserWorkItem(static call => _ = call.Run(), call, preferLocal: true);
        return call.Task;
    }

    [LoggerMessage(13, LogLevel.Information, "POST {Route} ended after {Milliseconds} ms, too late for its caller: the answer is dropped")]
    partial void LogLate(string route, long milliseconds);

    [LoggerMessage(14, LogLevel.Information, "POST {Route} failed after {Milliseconds} ms, too late for its caller")]
    partial void LogLateFailure(Exception exception, string route, long milliseconds);
}
