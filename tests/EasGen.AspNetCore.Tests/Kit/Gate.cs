namespace EasGen.AspNetCore.Tests.Kit;

/// <summary>Holds each call of a method until the test lets it go, and knows what each was given.</summary>
internal sealed class Gate<T> : IDisposable
{
    private readonly SemaphoreSlim open = new(0);
    private readonly List<T[]> calls = [];

    /// <summary>What the calls were given, in their order.</summary>
    public T[][] Calls
    {
        get
        {
            lock (calls)
                return [.. calls];
        }
    }

    /// <summary>Notes a call.</summary>
    public void Note(T[] given)
    {
        lock (calls)
            calls.Add(given);
    }

    /// <summary>Notes a call, and holds it until it may go on or is cancelled.</summary>
    public async Task Pass(T[] given, CancellationToken cancellationToken = default)
    {
        Note(given);
        await open.WaitAsync(cancellationToken);
    }

    public void Open(int calls = 1) => open.Release(calls);

    public void Dispose() => open.Dispose();
}
