namespace EasGen.AspNetCore.Calls;

/// <summary>
/// The methods of the predictor that run, also those for whose answer nobody waits any more: as long as there is one, the predictor
/// must not be disposed, which may free the memory of its model.
/// </summary>
internal sealed class RunningCalls
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(20);

    private int count;

    public int Count => Volatile.Read(ref count);

    public void Begin() => Interlocked.Increment(ref count);

    public void End() => Interlocked.Decrement(ref count);

    /// <summary>Waits until none runs, or until the token is cancelled. It is asked at the end of a process alone.</summary>
    public async Task UntilNone(CancellationToken cancellationToken)
    {
        while (Count > 0 && !cancellationToken.IsCancellationRequested)
            await Task.Delay(Often, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
