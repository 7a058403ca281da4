namespace EasGen.Core.Features;

/// <summary>What holds where a service says nothing. Rules, analyzers and the running app share this file.</summary>
internal static class ServiceDefaults
{
    /// <summary>The port that EAS assumes and that a served class gets.</summary>
    public const int Port = 8000;

    /// <summary>EAS's grace period: how long an instance that is asked to go may take.</summary>
    public const int GracePeriodSeconds = 30;

    /// <summary>The requests that wait for a predict method, as many as in the queue of EAS.</summary>
    public const int MaxQueue = 64;
}
