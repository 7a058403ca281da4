namespace EasGen.AspNetCore.Shutdown;

/// <summary>
/// Whether traffic may come to the service, and whether it has been asked to go: then it still answers, but wants no
/// new traffic.
/// </summary>
internal sealed class DrainState
{
    private volatile bool isDraining;
    private volatile bool wasOffered;

    public bool IsDraining => isDraining;

    /// <summary>Whether the gateway may have sent traffic: it was told once that the service is ready, or a request came.</summary>
    public bool WasOffered => wasOffered;

    public void Begin() => isDraining = true;

    public void Offer() => wasOffered = true;
}
