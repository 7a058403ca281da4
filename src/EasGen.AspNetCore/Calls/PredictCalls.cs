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

    public PredictCalls(string route, bool isSynchronous, PredictOptions options, PredictThreads threads, EasMetrics metrics, ILogger logger)
    {
        (this.route, this.isSynchronous, this.threads, this.metrics, this.logger) = (route, isSynchronous, threads, metrics, logger);
        activityName = $"predict {route}";
        places = threads.PlacesFor(isSynchronous, options);
        if (places is not null)
            metrics.Watch(route, places);
    }

    /// <summary>Begins a call once there is a place for it; null if too many wait already.</summary>
    public async ValueTask<CallScope?> Enter(CancellationToken cancellationToken)
    {
        if (places is null)
            return new(metrics, route, activityName, place: null);
        var place = await places.AcquireAsync(1, cancellationToken).ConfigureAwait(false);
        if (place.IsAcquired)
            return new(metrics, route, activityName, place);

        metrics.Rejected(route);
        return null;
    }

    /// <summary>Calls the method on a thread of its own. The task and the call end with it, however late that is.</summary>
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

    /// <summary>Calls the method on a thread of its own, as a part of a call that goes on after it.</summary>
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
            await threads.Turns.WaitAsync(cancellationToken).ConfigureAwait(false);

        var call = new Call<TState, T>(this, method, state, scope, isWhole, cancellationToken);
        ThreadPool.QueueUserWorkItem(static call => _ = call.Run(), call, preferLocal: true);
        return call.Task;
    }

    [LoggerMessage(13, LogLevel.Information, "POST {Route} ended after {Milliseconds} ms, too late for its caller: the answer is dropped")]
    partial void LogLate(string route, long milliseconds);

    [LoggerMessage(14, LogLevel.Information, "POST {Route} failed after {Milliseconds} ms, too late for its caller")]
    partial void LogLateFailure(Exception exception, string route, long milliseconds);

    private sealed class Call<TState, T>(
        PredictCalls calls,
        Func<TState, CancellationToken, ValueTask<T>> method,
        TState state,
        CallScope scope,
        bool isWhole,
        CancellationToken cancellationToken) : TaskCompletionSource<T>
    {
        private readonly long started = TimeProvider.System.GetTimestamp();

        private long Milliseconds => (long)TimeProvider.System.GetElapsedTime(started).TotalMilliseconds;

        public async Task Run()
        {
            try
            {
                scope.Enter();
                var answer = await Begin().ConfigureAwait(false);
                Leave(null);
                if (cancellationToken.IsCancellationRequested)
                    calls.LogLate(calls.route, Milliseconds);
                SetResult(answer);
            }
            catch (Exception exception)
            {
                Leave(exception);
                if (cancellationToken.IsCancellationRequested && exception is not OperationCanceledException)
                    calls.LogLateFailure(exception, calls.route, Milliseconds);
                SetException(exception);
                // Seen, even when the request is not there any more.
                _ = Task.Exception;
            }
        }

        // The place is free before the answer is written.
        private void Leave(Exception? exception)
        {
            scope.Leave(exception);
            if (isWhole)
                scope.End();
        }

        private ValueTask<T> Begin()
        {
            try
            {
                return method(state, cancellationToken);
            }
            finally
            {
                if (!calls.isSynchronous)
                    calls.threads.Turns.Release();
            }
        }
    }
}
