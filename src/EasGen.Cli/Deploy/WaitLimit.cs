using EasGen.Cli.Plan;
using EasGen.Core.Features;

namespace EasGen.Cli.Deploy;

/// <summary>How long a deployment may take: what the service's own probes allow, and time for what comes before them.</summary>
internal static class WaitLimit
{
    // A machine is found and an image is pulled; large ones take minutes.
    private static readonly TimeSpan BeforeStart = TimeSpan.FromMinutes(10);

    // Without a startup probe nothing says how long a start may take.
    private static readonly TimeSpan UsualStart = TimeSpan.FromMinutes(5);

    /// <param name="service">The service as it is afterwards.</param>
    /// <param name="steps">How often instances are replaced until all are.</param>
    public static TimeSpan Of(Service service, int steps) =>
        BeforeStart + (Math.Max(1, steps) * (StartUp(service) + GracePeriod(service)));

    /// <inheritdoc cref="Of(Service, int)"/>
    public static TimeSpan Of(ServicePlan plan) =>
        Of(plan.Service.Filled.Service, plan.Effect == ChangeEffect.Rollout ? PlanReport.Rollout(plan).Steps : 1);

    /// <summary>How long the start of an instance may take before its probes give it up.</summary>
    public static TimeSpan StartUp(Service service) => service.All(Probe.Startup)
        .Select(static probe => TimeSpan.FromSeconds(
            (probe[Probe.InitialDelaySeconds] ?? 0)
            + ((double)(probe[Probe.PeriodSeconds] ?? 10) * (probe[Probe.StartupFailureThreshold] ?? 30))))
        .DefaultIfEmpty(UsualStart)
        .Max();

    private static TimeSpan GracePeriod(Service service) => TimeSpan.FromSeconds(
        service.First(GracefulShutdown.FeatureType)?[GracefulShutdown.Seconds] ?? ServiceDefaults.GracePeriodSeconds);
}
