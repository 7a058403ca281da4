using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EasGen.AspNetCore;

/// <summary>
/// A declared probe, which takes the predictor's own check. Without one it answers from the state of the service alone: loaded, draining.
/// </summary>
/// <typeparam name="TService">The annotated class.</typeparam>
public sealed class EasProbeBuilder<TService>
    where TService : class
{
    internal EasProbeBuilder(EasProbe probe, string path, TimeSpan timeout) => (Probe, Path, Timeout) = (probe, path, timeout);

    internal EasProbe Probe { get; }

    internal string Path { get; }

    internal TimeSpan Timeout { get; }

    internal Func<TService, CancellationToken, ValueTask<HealthCheckResult>>? OwnCheck { get; private set; }

    /// <summary>
    /// Declares the predictor's own check. One that throws, or that takes longer than the probe's timeout, counts as unhealthy.
    /// </summary>
    /// <param name="check">
    /// The check: <see langword="true"/> means healthy. It is only called once the predictor is loaded. Its token is cancelled shortly
    /// before the timeout.
    /// </param>
    /// <exception cref="InvalidOperationException">The probe has a check already.</exception>
    public void Check(Func<TService, CancellationToken, bool> check)
    {
        ArgumentNullException.ThrowIfNull(check);
        Add((service, cancellationToken) => new(Verdict(check(service, cancellationToken))));
    }

    /// <inheritdoc cref="Check(Func{TService, CancellationToken, bool})"/>
    public void Check(Func<TService, CancellationToken, ValueTask<bool>> check)
    {
        ArgumentNullException.ThrowIfNull(check);
        Add(async (service, cancellationToken) => Verdict(await check(service, cancellationToken).ConfigureAwait(false)));
    }

    /// <inheritdoc cref="Check(Func{TService, CancellationToken, ValueTask{HealthCheckResult}})"/>
    public void Check(Func<TService, CancellationToken, HealthCheckResult> check)
    {
        ArgumentNullException.ThrowIfNull(check);
        Add((service, cancellationToken) => new(check(service, cancellationToken)));
    }

    /// <summary>
    /// Declares the predictor's own check, which says more than yes or no. One that throws, or that takes longer than the probe's timeout,
    /// counts as unhealthy.
    /// </summary>
    /// <param name="check">
    /// The check. It is only called once the predictor is loaded. Its token is cancelled shortly before the timeout.
    /// </param>
    /// <exception cref="InvalidOperationException">The probe has a check already.</exception>
    public void Check(Func<TService, CancellationToken, ValueTask<HealthCheckResult>> check)
    {
        ArgumentNullException.ThrowIfNull(check);
        Add(check);
    }

    private static HealthCheckResult Verdict(bool isHealthy) =>
        isHealthy ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("the check answered false");

    private void Add(Func<TService, CancellationToken, ValueTask<HealthCheckResult>> check)
    {
        if (OwnCheck is not null)
            throw new InvalidOperationException($"The {Probe} probe of {typeof(TService).Name} has two checks; a probe has at most one.");
        OwnCheck = check;
    }
}
