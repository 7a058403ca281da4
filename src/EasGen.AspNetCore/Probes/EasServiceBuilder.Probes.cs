using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EasGen.AspNetCore;

public sealed partial class EasServiceBuilder<TService>
{
    /// <summary>Declares a probe that answers from the state of the service alone: loaded, draining.</summary>
    /// <param name="probe">Which of the three.</param>
    /// <param name="path">The path that EAS asks (<c>http_get.path</c>), starting with a slash.</param>
    /// <param name="timeoutSeconds">The time within which EAS wants an answer (<c>timeout_seconds</c>), at least 1.</param>
    /// <exception cref="InvalidOperationException">The probe is declared already.</exception>
    public void Probe(EasProbe probe, string path, int timeoutSeconds) => AddProbe(probe, path, timeoutSeconds, check: null);

    /// <summary>
    /// Declares a probe with a check of the predictor's own. A check that throws, or that takes longer than the timeout,
    /// counts as unhealthy.
    /// </summary>
    /// <param name="probe">Which of the three.</param>
    /// <param name="path">The path that EAS asks (<c>http_get.path</c>), starting with a slash.</param>
    /// <param name="timeoutSeconds">
    /// The time within which EAS wants an answer (<c>timeout_seconds</c>), at least 1. The check's token is cancelled shortly
    /// before.
    /// </param>
    /// <param name="check">The check. It is only called once the predictor is loaded.</param>
    /// <exception cref="InvalidOperationException">The probe is declared already.</exception>
    public void Probe(EasProbe probe, string path, int timeoutSeconds, Func<TService, CancellationToken, ValueTask<bool>> check)
    {
        ArgumentNullException.ThrowIfNull(check);
        AddProbe(
            probe,
            path,
            timeoutSeconds,
            async (service, cancellationToken) => Verdict(await check(service, cancellationToken).ConfigureAwait(false)));
    }

    /// <inheritdoc cref="Probe(EasProbe, string, int, Func{TService, CancellationToken, ValueTask{bool}})"/>
    public void Probe(
        EasProbe probe,
        string path,
        int timeoutSeconds,
        Func<TService, CancellationToken, ValueTask<HealthCheckResult>> check)
    {
        ArgumentNullException.ThrowIfNull(check);
        AddProbe(probe, path, timeoutSeconds, check);
    }

    private static HealthCheckResult Verdict(bool isHealthy) =>
        isHealthy ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("the check answered false");

    private void AddProbe(
        EasProbe probe,
        string path,
        int timeoutSeconds,
        Func<TService, CancellationToken, ValueTask<HealthCheckResult>>? check)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentOutOfRangeException.ThrowIfLessThan(timeoutSeconds, 1);
        if (!path.StartsWith('/'))
            throw new ArgumentException($"The path '{path}' of the {probe} probe does not start with a slash.", nameof(path));
        if (Probes.Exists(declared => declared.Probe == probe))
            throw new InvalidOperationException($"{typeof(TService).Name} has two {probe} probes; a service has at most one of each kind.");

        Probes.Add(new(probe, path, TimeSpan.FromSeconds(timeoutSeconds), check));
    }
}
