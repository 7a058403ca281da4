namespace EasGen.AspNetCore.Predict;

/// <summary>
/// Goes through the items of a method that may not heed its token. An enumerator must not be disposed while it moves, so that
/// one that is left behind is disposed whenever its step ends, and nobody waits for it.
/// </summary>
internal sealed class Steps<T>(IAsyncEnumerable<T> items, CancellationToken cancellationToken) : IAsyncDisposable
{
    /// <summary>How long a cancelled method may take to clean up while the client waits.</summary>
    private static readonly TimeSpan Politeness = TimeSpan.FromMilliseconds(500);

    private readonly IAsyncEnumerator<T> enumerator = items.GetAsyncEnumerator(cancellationToken);
    private Task step = Task.CompletedTask;

    public T Current => enumerator.Current;

    public async Task<bool> Next()
    {
        var next = enumerator.MoveNextAsync().AsTask();
        step = next;
        return await new ValueTask<bool>(next).InTime(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        var leaving = Leave();
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
