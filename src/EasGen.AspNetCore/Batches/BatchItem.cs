using System.Diagnostics;

namespace EasGen.AspNetCore.Batches;

/// <summary>
/// One request on its way: it waits, then it runs in a batch, and it is over when it is answered or when its caller leaves, whichever is
/// first.
/// </summary>
internal sealed class BatchItem<TRequest, TResponse>(TRequest request, long arrived)
    : TaskCompletionSource<TResponse>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    private const int Waiting = 0;
    private const int Running = 1;
    private const int Over = 2;

    private int state;
    private Batch<TRequest, TResponse>? batch;
    private Action<BatchItem<TRequest, TResponse>>? leftWaiting;
    private CancellationTokenRegistration leaving;

    public TRequest Request => request;

    public long Arrived => arrived;

    /// <summary>The activity of the request, to which that of the batch is linked.</summary>
    public ActivityContext Caller { get; } = Activity.Current?.Context ?? default;

    /// <summary>The item among those that wait. Only the loop that gathers looks at it.</summary>
    public LinkedListNode<BatchItem<TRequest, TResponse>>? Place { get; set; }

    public bool IsOver => Volatile.Read(ref state) == Over;

    /// <summary>From here on the item is over when the token is cancelled.</summary>
    /// <param name="whileWaiting">Is told if it was still waiting then.</param>
    /// <param name="cancellationToken">The patience of the caller.</param>
    public void WatchCaller(Action<BatchItem<TRequest, TResponse>> whileWaiting, CancellationToken cancellationToken)
    {
        leftWaiting = whileWaiting;
        leaving = cancellationToken.UnsafeRegister(
            static (item, token) => ((BatchItem<TRequest, TResponse>)item!).Leave(token),
            this);
    }

    /// <summary>False if the caller has left.</summary>
    public bool TryJoin(Batch<TRequest, TResponse> joined)
    {
        batch = joined;
        return Interlocked.CompareExchange(ref state, Running, Waiting) == Waiting;
    }

    public void Answer(TResponse answer)
    {
        if (End())
            TrySetResult(answer);
        else
            (answer as Stream)?.Dispose();
    }

    public void Fail(Exception exception)
    {
        if (!End())
            return;
        TrySetException(exception);
        // Seen, even when the request is not there any more.
        _ = Task.Exception;
    }

    private bool End()
    {
        leaving.Unregister();
        return Interlocked.Exchange(ref state, Over) != Over;
    }

    private void Leave(CancellationToken cancellationToken)
    {
        switch (Interlocked.Exchange(ref state, Over))
        {
            case Waiting:
                leftWaiting!(this);
                break;
            case Running:
                batch!.Leave();
                break;
            default:
                return;
        }
        TrySetCanceled(cancellationToken);
    }
}
