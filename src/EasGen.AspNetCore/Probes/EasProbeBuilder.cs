using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EasGen.AspNetCore;

/// <summary>
/// A declared probe, which takes the predictor's own check. Without one it answers from the state of the service (loaded, draining) and
/// from the app's health checks with its tag (<see cref="EasHealthTags"/>).
/// </summary>
/// <typeparam name="TService">The annotated class.</typeparam>
public sealed class EasProbeBuilder<TService>
    where TService : class
{
    internal EasProbeBuilder(ProbeKind kind, string path, TimeSpan timeout) => (Kind, Path, Timeout) = (kind, path, timeout);

    internal ProbeKind Kind { get; }

    internal string Path { get; }

    internal TimeSpan Timeout { get; }

    internal Func<TService, CancellationToken, ValueTask<HealthCheckResult>>? OwnCheck { get; private set; }

    /// <summary>Declares the predictor's own check, which is not called before the predictor is loaded.</summary>
    /// <param name="check">
    /// The check: healthy, degraded, which is green too, or unhealthy. One that throws is unhealthy, and so is one that has not answered
    /// shortly before the probe's timeout; its token is cancelled then.
    /// </param>
    /// <exception cref="InvalidOperationException">The probe has a check already.</exception>
    public void Check(Func<TService, CancellationToken, ValueTask<HealthCheckResult>> check)
    {
        ArgumentNullException.ThrowIfNull(check);
        if (OwnCheck is not null)
            throw new InvalidOperationException($"The {Kind} probe of {typeof(TService).Name} has two checks; a probe has at most one.");
        OwnCheck = check;
    }

    /// <inheritdoc cref="Check(Func{TService, CancellationToken, ValueTask{HealthCheckResult}})"/>
    public void Check(Func<TService, CancellationToken, HealthCheckResult> check)
    {
        ArgumentNullException.ThrowIfNull(check);
        Check((service, cancellationToken) => new ValueTask<HealthCheckResult>(check(service, cancellationToken)));
    }

    /// <summary>Declares the predictor's own check, which is not called before the predictor is loaded.</summary>
    /// <param name="check">
    /// The check: <see langword="true"/> means healthy. One that throws is unhealthy, and so is one that has not answered shortly before
    /// the probe's timeout; its token is cancelled then.
    /// </param>
    /// <exception cref="InvalidOperationException">The probe has a check already.</exception>
    public void Check(Func<TService, CancellationToken, bool> check)
    {
        ArgumentNullException.ThrowIfNull(check);
        Check((service, cancellationToken) => Verdict(check(service, cancellationToken)));
    }

    /// <inheritdoc cref="Check(Func{TService, CancellationToken, bool})"/>
    public void Check(Func<TService, CancellationToken, ValueTask<bool>> check)
    {
        ArgumentNullException.ThrowIfNull(check);
        Check(async (service, cancellationToken) => Verdict(await check(service, cancellationToken).ConfigureAwait(false)));
    }

    private static HealthCheckResult Verdict(bool isHealthy) =>
        isHealthy ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("the check answered false");
}
