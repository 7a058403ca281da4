namespace EasGen.AspNetCore.Calls;

internal sealed partial class PredictCalls
{
    /// <summary>A method on its way on another thread.</summary>
    private sealed class Call<TState, T> : TaskCompletionSource<T>
    {
        private readonly long started = TimeProvider.System.GetTimestamp();
        private readonly PredictCalls calls;
        private readonly Func<TState, CancellationToken, ValueTask<T>> method;
        private readonly TState state;
        private readonly CallScope scope;
        private readonly bool isWhole;
        private readonly CancellationToken cancellationToken;
        private readonly CancellationTokenRegistration inTime;

        public Call(
            PredictCalls calls,
            Func<TState, CancellationToken, ValueTask<T>> method,
            TState state,
            CallScope scope,
            bool isWhole,
            CancellationToken cancellationToken)
        {
            (this.calls, this.method, this.state, this.scope) = (calls, method, state, scope);
            (this.isWhole, this.cancellationToken) = (isWhole, cancellationToken);
            // Not every method heeds its token: the client is answered in time all the same.
            if (isWhole)
                inTime = cancellationToken.UnsafeRegister(static (call, token) => ((Call<TState, T>)call!).TrySetCanceled(token), this);
        }

        private long Milliseconds => (long)TimeProvider.System.GetElapsedTime(started).TotalMilliseconds;

        public async Task Run()
        {
            try
            {
                if (scope.IsWaiting)
                    await scope.Wait().ConfigureAwait(false);
                scope.Enter();
                var answer = await Begin().ConfigureAwait(false);
                Leave(null);
                if (cancellationToken.IsCancellationRequested)
                    calls.LogLate(calls.route, Milliseconds);
                // No response is there to close it.
                if (!TrySetResult(answer) && answer is Stream late)
                    await late.DisposeAsync().ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                Leave(exception);
                if (cancellationToken.IsCancellationRequested && exception is not OperationCanceledException)
                    calls.LogLateFailure(exception, calls.route, Milliseconds);
                TrySetException(exception);
                // Seen, even when the request is not there any more.
                _ = Task.Exception;
            }
        }

        // The place is free before the answer is written. A method that ends because of its token is too late, even if it sees the
        // token first.
        private void Leave(Exception? exception)
        {
            inTime.Unregister();
            scope.Leave(exception);
            if (!isWhole)
                return;
            scope.End();
            if (cancellationToken.IsCancellationRequested)
                TrySetCanceled(cancellationToken);
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
