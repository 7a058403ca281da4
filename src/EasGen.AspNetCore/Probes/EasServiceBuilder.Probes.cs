namespace EasGen.AspNetCore;

public sealed partial class EasServiceBuilder<TService>
{
    /// <summary>
    /// Declares the startup probe (<c>startup_check</c>): green once the predictor is constructed and loaded, and its own check, if it has
    /// one, agrees. Until then EAS asks nothing else.
    /// </summary>
    /// <param name="path">The path that EAS asks (<c>http_get.path</c>), starting with a slash.</param>
    /// <param name="timeoutSeconds">The time within which EAS wants an answer (<c>timeout_seconds</c>), at least 1.</param>
    /// <returns>The probe, which takes a check of the predictor's own.</returns>
    /// <exception cref="InvalidOperationException">The probe is declared already.</exception>
    public EasProbeBuilder<TService> StartupProbe(string path, int timeoutSeconds) => AddProbe(ProbeKind.Startup, path, timeoutSeconds);

    /// <summary>
    /// Declares the readiness probe (<c>health_check</c>): green if the predictor is loaded, its own check agrees and the service
    /// does not drain.
    /// </summary>
    /// <inheritdoc cref="StartupProbe"/>
    public EasProbeBuilder<TService> ReadinessProbe(string path, int timeoutSeconds) => AddProbe(ProbeKind.Readiness, path, timeoutSeconds);

    /// <summary>
    /// Declares the liveness probe (<c>liveness_check</c>): green unless the predictor's own check objects. Red means a restart.
    /// </summary>
    /// <inheritdoc cref="StartupProbe"/>
    public EasProbeBuilder<TService> LivenessProbe(string path, int timeoutSeconds) => AddProbe(ProbeKind.Liveness, path, timeoutSeconds);

    private EasProbeBuilder<TService> AddProbe(ProbeKind kind, string path, int timeoutSeconds)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentOutOfRangeException.ThrowIfLessThan(timeoutSeconds, 1);
        if (!path.StartsWith('/'))
            throw new ArgumentException($"The path '{path}' of the {kind} probe does not start with a slash.", nameof(path));
        if (Probes.Exists(declared => declared.Kind == kind))
            throw new InvalidOperationException($"{typeof(TService).Name} has two {kind} probes; a service has at most one of each kind.");

        var added = new EasProbeBuilder<TService>(kind, path, TimeSpan.FromSeconds(timeoutSeconds));
        Probes.Add(added);
        return added;
    }
}
