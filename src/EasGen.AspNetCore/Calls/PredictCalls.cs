using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging;

namespace EasGen.AspNetCore.Calls;

/// <summary>
/// The calls of one predict method: so many at a time, so many that wait, and none of them on the thread of its request, which can
/// therefore be answered in time whatever the method does.
/// </summary>
internal sealed partial class PredictCalls
{
    private readonly string route;
    private readonly bool isSynchronous;
    private readonly PredictThreads threads;
    private readonly ILogger logger;
    private readonly ConcurrencyLimiter? places;

    public PredictCalls(string route, bool isSynchronous, PredictOptions options, PredictThreads threads, ILogger logger)
    {
        (this.route, this.isSynchronous, this.threads, this.logger) = (route, isSynchronous, threads, logger);
        places = threads.PlacesFor(isSynchronous, options);
    }

    /// <summary>
    /// A place for one call, once there is one; one that is not acquired if too many wait already, null if there is
    /// room for any number.
    /// </summary>
    public async ValueTask<RateLimitLease?> Enter(CancellationToken cancellationToken) =>
        places is null ? null : await places.AcquireAsync(1, cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Calls the method on a thread of its own. The task ends with it, however late that is, and only then the place is
    /// free.
    /// </summary>
    public async ValueTask<Task<T>> Start<TState, T>(
        Func<TState, CancellationToken, ValueTask<T>> method,
        TState state,
        RateLimitLease? place,
        CancellationToken cancellationToken)
    {
        try
        {
            var call = await Start(method, state, cancellationToken).ConfigureAwait(false);
            place?.LeaveAfter(call);
            return call;
        }
        catch (OperationCanceledException)
        {
            place?.Dispose();
            throw;
        }
    }

    /// <summary>Calls the method on a thread of its own, as a part of a call that has its place.</summary>
    public async ValueTask<Task<T>> Start<TState, T>(
        Func<TState, CancellationToken, ValueTask<T>> method,
        TState state,
        CancellationToken cancellationToken)
    {
        if (!isSynchronous)
            await threads.Turns.WaitAsync(cancellationToken).ConfigureAwait(false);

        var call = new Call<TState, T>(this, method, state, cancellationToken);
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
        CancellationToken cancellationToken) : TaskCompletionSource<T>
    {
        private readonly long started = TimeProvider.System.GetTimestamp();

        private long Milliseconds => (long)TimeProvider.System.GetElapsedTime(started).TotalMilliseconds;

        public async Task Run()
        {
            try
            {
                var answer = await Begin().ConfigureAwait(false);
                if (cancellationToken.IsCancellationRequested)
                    calls.LogLate(calls.route, Milliseconds);
                SetResult(answer);
            }
            catch (Exception exception)
            {
                if (cancellationToken.IsCancellationRequested && exception is not OperationCanceledException)
                    calls.LogLateFailure(exception, calls.route, Milliseconds);
                SetException(exception);
                // Seen, even when the request is not there any more.
                _ = Task.Exception;
            }
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
