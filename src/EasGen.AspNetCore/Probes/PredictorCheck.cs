using EasGen.AspNetCore.Calls;
using EasGen.AspNetCore.Loading;
using EasGen.AspNetCore.Shutdown;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EasGen.AspNetCore.Probes;

/// <summary>The health check behind a probe: first the state of the service, then the predictor's own check.</summary>
internal sealed class PredictorCheck<TService>(
    EasProbeBuilder<TService> probe,
    Predictor<TService> predictor,
    DrainState drain,
    RunningCalls running) : IHealthCheck
    where TService : class
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (StateVerdict() is { } verdict)
            return verdict;
        if (probe.OwnCheck is null)
            return HealthCheckResult.Healthy();

        running.Begin();
        try
        {
            return await probe.OwnCheck(predictor.Loaded!, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            return HealthCheckResult.Unhealthy($"the check threw {Describe(exception)}", exception);
        }
        finally
        {
            running.End();
        }
    }

    /// <summary>What the state alone decides; null if the predictor's own check has the last word.</summary>
    public HealthCheckResult? StateVerdict() => (probe.Kind, predictor) switch
    {
        (ProbeKind.Liveness, { Loaded: null }) => HealthCheckResult.Healthy("not loaded; the startup probe decides"),
        (_, { Failure: { } failure }) => HealthCheckResult.Unhealthy($"could not be loaded: {Describe(failure)}"),
        (_, { Loaded: null }) => HealthCheckResult.Unhealthy("is loading"),
        (ProbeKind.Readiness, _) when drain.IsDraining => HealthCheckResult.Unhealthy("is shutting down"),
        _ => null,
    };

    // Type and message say what is wrong; a stack trace belongs into the log.
    private static string Describe(Exception exception) => $"{exception.GetType().Name}: {exception.Message}";
}
