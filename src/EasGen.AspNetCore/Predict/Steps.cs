using EasGen.AspNetCore.Calls;

namespace EasGen.AspNetCore.Predict;

/// <summary>
/// Goes through the items of a method that may not heed its token. An enumerator must not be disposed while it moves, so that
/// one that is left behind is disposed whenever its step ends, and no client waits for it.
/// </summary>
internal sealed class Steps<T> : IAsyncDisposable
{
    /// <summary>How long a cancelled method may take to clean up while the client waits.</summary>
    private static readonly TimeSpan Politeness = TimeSpan.FromMilliseconds(500);

    private readonly PredictCalls calls;
    private readonly IAsyncEnumerator<T> enumerator;
    private readonly CallScope scope;
    private readonly CancellationToken cancellationToken;
    private Task step = Task.CompletedTask;

    private Steps(PredictCalls calls, IAsyncEnumerable<T> items, CallScope scope, CancellationToken cancellationToken)
    {
        (this.calls, this.scope, this.cancellationToken) = (calls, scope, cancellationToken);
        enumerator = items.GetAsyncEnumerator(cancellationToken);
    }

    public T Current => enumerator.Current;

    /// <summary>Calls the method. The call ends when the last item is gone, or when a call that is left behind ends.</summary>
    public static async ValueTask<Steps<T>> Begin<TState>(
        PredictCalls calls,
        Func<TState, CancellationToken, ValueTask<IAsyncEnumerable<T>>> method,
        TState state,
        CallScope scope,
        CancellationToken cancellationToken)
    {
        Task call = Task.CompletedTask;
        try
        {
            var items = await calls.Step(method, state, scope, cancellationToken).ConfigureAwait(false);
            call = items;
            return new(calls, await items.InTime(cancellationToken).ConfigureAwait(false), scope, cancellationToken);
        }
        catch
        {
            scope.EndAfter(call);
            throw;
        }
    }

    public async Task<bool> Next()
    {
        var next = await calls
            .Step(static (enumerator, _) => enumerator.MoveNextAsync(), enumerator, scope, cancellationToken)
            .ConfigureAwait(false);
        step = next;
        return await next.InTime(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        var leaving = Leave();
        scope.EndAfter(leaving);
        try
        {
            await leaving.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // What the method has to complain about now is the cancellation's doing.
            await Task.WhenAny(leaving, Task.Delay(Politeness, CancellationToken.None)).ConfigureAwait(false);
        }
    }

    private async Task Leave()
    {
        await step.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await enumerator.DisposeAsync().ConfigureAwait(false);
    }
}
