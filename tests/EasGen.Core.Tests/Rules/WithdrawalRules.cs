using EasGen.Core.Features;
using static EasGen.Core.Features.Withdrawal;

namespace EasGen.Core.Tests;

public class WithdrawalRules
{
    private const string Period = "/containers/0/health_check/period_seconds";

    private const string Failures = "/containers/0/health_check/failure_threshold";

    public static TheoryData<RuleCase> Cases => Book(
        Judge(EAS0709_ReadinessFailsInTime)
            .Refuses("3 failures in 30 s", Draining(10, 10, 3), Period, "10 s × 3 failures", Use(3))
            .Refuses("3 failures in 12 s", Draining(10, 4, 3), Period, "4 s × 3 failures", Use(3))
            .Refuses("one failure after the drain", Draining(10, 11, 1), Period, "11 s × 1 failure,", Use(10))
            .Refuses("11 failures in 11 s", Draining(10, 1, 11), Failures, "1 s × 11 failures", Use(10))
            .Refuses("as many failures as seconds", Draining(10, 2, 10), Period, "2 s × 10 failures", Use(1))
            .Refuses("more failures than seconds, and a long period", Draining(1, 2, 2), Failures, "2 s × 2 failures")
            .Refuses("more than a number holds", Draining(10, int.MaxValue, int.MaxValue), Failures, "failures")
            .Accepts("3 failures in 9 s", Draining(10, 3, 3))
            .Accepts("2 failures in 10 s", Draining(10, 5, 2))
            .Accepts("one failure in a drain of one", Draining(1, 1, 1))
            .Accepts("no drain", Draining(0, 10, 3))
            .Accepts("no SIGTERM", Draining(10, 10, 3).With(GracefulShutdown.SendSigterm, false))
            .Accepts("an unknown drain", Draining(10, 10, 3).With(GracefulShutdown.DrainSeconds, null))
            .Accepts("numbers that EAS assumes", Draining(10, 10, 3).With(Probe.FailureThreshold, null))
            .Accepts("a period that another rule refuses", Draining(10, -10, 3))
            .Accepts("numbers that another rule refuses", Draining(10, -10, -3))
            .Accepts(
                "the probe of another container",
                Draining(10, 10, 3, container: 1).With(Container.FeatureType, (Container.Image, "b:1"), (Container.Command, "run")))
            .Accepts("no readiness probe", Draining(10, 10, 3).Without(Probe.Readiness))
            .Accepts("a liveness probe", Draining(10, 3, 3).With(
                Probe.Liveness,
                (Probe.TcpPort, 8000),
                (Probe.PeriodSeconds, 30),
                (Probe.FailureThreshold, 3))));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    private static Service Draining(int drain, int period, int failures, int container = 0) => Valid
        .With(
            GracefulShutdown.FeatureType,
            (GracefulShutdown.Seconds, 45),
            (GracefulShutdown.SendSigterm, true),
            (GracefulShutdown.DrainSeconds, drain))
        .With(
            Probe.Readiness,
            (Probe.TcpPort, 8000),
            (Probe.ReadinessPeriodSeconds, period),
            (Probe.FailureThreshold, failures),
            (ServiceModel.FeatureType.ContainerIndex, container));
}
