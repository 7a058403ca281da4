namespace EasGen.AspNetCore.Shutdown;

/// <summary>Whether the service has been asked to go: it still answers, but wants no new traffic.</summary>
internal sealed class DrainState
{
    private volatile bool isDraining;

    public bool IsDraining => isDraining;

    public void Begin() => isDraining = true;
}
