namespace EasGen.Core.Features;

/// <summary>
/// How an instance that is asked to go leaves the load balancer: its readiness probe has to fail while the program still
/// serves. EAS does not say when it withdraws an instance, so nothing quicker can be relied on.
/// </summary>
internal static class Withdrawal
{
    public static readonly Rule EAS0709_ReadinessFailsInTime = Rule.Warning("EAS0709", "Readiness fails later than the drain ends")
        .When(static service =>
        {
            if (Drain(service.One(GracefulShutdown.FeatureType)?.Feature) is not (> 0 and var drain))
                return;
            foreach (var probe in service.All(Probe.Readiness))
            {
                var period = probe[Probe.ReadinessPeriodSeconds] ?? 0;
                var failures = probe[Probe.FailureThreshold] ?? 0;
                // Numbers below 1 have a rule of their own.
                if ((probe[FeatureType.ContainerIndex] ?? 0) == 0 && Math.Max(period, 0L) * failures > drain)
                    Report(service, probe, period, failures, drain);
            }
        });

    public static readonly Rule[] Rules = [EAS0709_ReadinessFailsInTime];

    /// <summary>Says how long a served program drains.</summary>
    public static Feature WithDrain(Feature shutdown)
    {
        var grace = shutdown[GracefulShutdown.Seconds] ?? ServiceDefaults.GracePeriodSeconds;
        // A grace period that cannot be has a rule of its own, and no drain fits into it.
        return shutdown[GracefulShutdown.SendSigterm] is true && grace > 0
            ? shutdown.Or(GracefulShutdown.DrainSeconds, (int)DrainTime.Default(grace))
            : shutdown;
    }

    /// <summary>A readiness probe whose numbers, where they are left out, fit into the drain.</summary>
    public static Feature Hurried<T>(Feature probe, Feature? shutdown, T here, Func<T, Setting, bool> isSaid)
    {
        if (probe.Type != Probe.Readiness || Drain(shutdown) is not (> 0 and var drain))
            return probe;
        var failures = probe[Probe.FailureThreshold] ?? Fitting(drain, probe[Probe.ReadinessPeriodSeconds], Probe.FailureThreshold);
        var period = Fitting(drain, failures, Probe.ReadinessPeriodSeconds);
        var hurried = isSaid(here, Probe.FailureThreshold) ? probe : probe.Or(Probe.FailureThreshold, failures);
        return isSaid(here, Probe.ReadinessPeriodSeconds) ? hurried : hurried.Or(Probe.ReadinessPeriodSeconds, period);
    }

    // How often, or how long, at most: as much as is usual, as little as there is.
    private static int Fitting(int drain, int? other, Setting setting) =>
        Math.Max(1, Math.Min(drain / Math.Max(other ?? 1, 1), (int)setting.Written!));

    // Only who gets SIGTERM drains.
    private static int? Drain(Feature? shutdown) =>
        shutdown?[GracefulShutdown.SendSigterm] is true ? shutdown[GracefulShutdown.DrainSeconds] : null;

    // At the number that can be made small enough, the period first.
    private static void Report(Inspection service, AddressedFeature probe, int period, int failures, int drain)
    {
        var setting = failures <= drain ? Probe.ReadinessPeriodSeconds : Probe.FailureThreshold;
        var fitting = drain / (failures <= drain ? failures : period);
        service.Report(
            probe.At(setting),
            $"The service drains for {drain} s, but the instance stays marked as ready for up to {period} s × {failures} "
            + $"{(failures == 1 ? "failure" : "failures")}, so later requests are lost; lower {setting}",
            fitting > 0 ? Fix.Use(fitting) : null);
    }
}
