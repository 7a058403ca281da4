namespace EasGen.AspNetCore;

public sealed partial class EasServiceBuilder<TService>
{
    /// <summary>
    /// Declares the startup probe (<c>startup_check</c>): green once the predictor is constructed and loaded. Until then EAS asks nothing
    /// else.
    /// </summary>
    /// <param name="path">The path that EAS asks (<c>http_get.path</c>), starting with a slash.</param>
    /// <param name="timeoutSeconds">The time within which EAS wants an answer (<c>timeout_seconds</c>), at least 1.</param>
    /// <returns>The probe, which takes a check of the predictor's own.</returns>
    /// <exception cref="InvalidOperationException">The probe is declared already.</exception>
    public EasProbeBuilder<TService> StartupProbe(string path, int timeoutSeconds) => Add(EasProbe.Startup, path, timeoutSeconds);

    /// <summary>
    /// Declares the readiness probe (<c>health_check</c>): green if the predictor is loaded, its own check agrees and the service is not
    /// draining.
    /// </summary>
    /// <inheritdoc cref="StartupProbe"/>
    public EasProbeBuilder<TService> ReadinessProbe(string path, int timeoutSeconds) => Add(EasProbe.Readiness, path, timeoutSeconds);

    /// <summary>
    /// Declares the liveness probe (<c>liveness_check</c>): green unless the predictor's own check objects. Red means a restart.
    /// </summary>
    /// <inheritdoc cref="StartupProbe"/>
    public EasProbeBuilder<TService> LivenessProbe(string path, int timeoutSeconds) => Add(EasProbe.Liveness, path, timeoutSeconds);

    private EasProbeBuilder<TService> Add(EasProbe probe, string path, int timeoutSeconds)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentOutOfRangeException.ThrowIfLessThan(timeoutSeconds, 1);
        if (!path.StartsWith('/'))
            throw new ArgumentException($"The path '{path}' of the {probe} probe does not start with a slash.", nameof(path));
        if (Probes.Exists(declared => declared.Probe == probe))
            throw new InvalidOperationException($"{typeof(TService).Name} has two {probe} probes; a service has at most one of each kind.");

        var added = new EasProbeBuilder<TService>(probe, path, TimeSpan.FromSeconds(timeoutSeconds));
        Probes.Add(added);
        return added;
    }
}
