namespace EasGen.AspNetCore.Loading;

/// <summary>The predictor, once it is constructed and loaded, or the reason why there is none. Written once, by the loader; read by every request.</summary>
internal sealed class Predictor<TService>
    where TService : class
{
    private volatile TService? loaded;
    private volatile Exception? failure;

    /// <summary>The loaded predictor; null while it loads and after a failure.</summary>
    public TService? Loaded => loaded;

    public Exception? Failure => failure;

    public void SetLoaded(TService service) => loaded = service;

    public void SetFailed(Exception exception) => failure = exception;
}
