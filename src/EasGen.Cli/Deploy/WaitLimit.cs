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

    // Who allows a start more than that has made a mistake, or does not want to wait.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <param name="service">The service as it is afterwards.</param>
    /// <param name="steps">How often instances are replaced until all are.</param>
    public static TimeSpan Of(Service service, int steps)
    {
        var seconds = BeforeStart.TotalSeconds + (Math.Max(1, steps) * (StartUp(service) + GracePeriod(service)));
        return seconds < Longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : Longest;
    }

    /// <inheritdoc cref="Of(Service, int)"/>
    public static TimeSpan Of(ServicePlan plan) =>
        Of(plan.Service.Filled.Service, plan.Effect == ChangeEffect.Rollout ? PlanReport.Rollout(plan).Steps : 1);

    // How long an instance may take until it is ready: its start, and the first checks of its readiness.
    private static double StartUp(Service service)
    {
        var start = service.All(Probe.Startup)
            .Select(static probe => Seconds(probe, Probe.StartupFailureThreshold, failures: 30))
            .DefaultIfEmpty(UsualStart.TotalSeconds)
            .Max();
        return start + service.All(Probe.Readiness)
            .Select(static probe => Seconds(probe, Probe.SuccessThreshold, failures: 1))
            .DefaultIfEmpty(0)
            .Max();
    }

    private static double Seconds(Feature probe, IntegerSetting times, int failures) =>
        (probe[Probe.InitialDelaySeconds] ?? 0) + ((double)(probe[Probe.PeriodSeconds] ?? 10) * (probe[times] ?? failures));

    private static double GracePeriod(Service service) =>
        service.First(GracefulShutdown.FeatureType)?[GracefulShutdown.Seconds] ?? ServiceDefaults.GracePeriodSeconds;
}
