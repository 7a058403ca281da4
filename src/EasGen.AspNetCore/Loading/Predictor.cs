namespace EasGen.AspNetCore.Loading;

/// <summary>
/// The predictor, once it is constructed and loaded, or the reason why there is none. Written once, by the loader; read by
/// every request.
/// </summary>
internal sealed class Predictor<TService>
    where TService : class
{
    private volatile TService? loaded;
    private volatile Exception? failure;
    private readonly TaskCompletionSource settled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The loaded predictor; null while it loads and after a failure.</summary>
    public TService? Loaded => loaded;

    public Exception? Failure => failure;

    /// <summary>Ends when the predictor is loaded or has failed, whichever it is.</summary>
    public Task Settled => settled.Task;

    public void SetLoaded(TService service)
    {
        loaded = service;
        settled.SetResult();
    }

    public void SetFailed(Exception exception)
    {
        failure = exception;
        settled.SetResult();
    }
}
