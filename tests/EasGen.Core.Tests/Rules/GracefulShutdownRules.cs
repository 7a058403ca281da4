using static EasGen.Core.Features.GracefulShutdown;

namespace EasGen.Core.Tests;

public class GracefulShutdownRules
{
    private const string GracePeriod = "/metadata/eas.termination_grace_period";

    public static TheoryData<RuleCase> Cases => Book(
        Judge<int>(EAS0601_TimeIsInRange, GracePeriod, Graceful)
            .Refuses(int.MinValue)
            .Refuses(-1)
            .Refuses(0)
            .Accepts(1, 30, 601),

        Judge<int>(EAS0601_TimeIsInRange, "/DrainSeconds", static drain => Draining(45, drain))
            .Refuses(-1)
            .Accepts(0, 1),

        Judge<int>(EAS0602_GracePeriodIsUsual, GracePeriod, Graceful)
            .Refuses(1)
            .Refuses(29)
            .Refuses(601)
            .Refuses(int.MaxValue)
            .Accepts(-1, 0, 30, 45, 600),

        Judge<int>(EAS0603_DrainFitsGracePeriod, "/DrainSeconds", static drain => Draining(45, drain))
            .Refuses(41)
            .Refuses(44)
            .Refuses(45)
            .Refuses(int.MaxValue)
            .Accepts(-1, 0, 1, 40)
            .Refuses("41 s of 45, of which a third is fine", Draining(45, 41), "/DrainSeconds", "such as 15 s")
            .Refuses("a second in a grace period below none", Draining(-3, 1), "/DrainSeconds", "such as 0 s")
            .Refuses("a second in a grace period of one", Draining(1, 1), "/DrainSeconds", "1 s")
            .Refuses("more than a grace period of 600 s leaves", Draining(600, 595), "/DrainSeconds", "595 s")
            .Accepts("what a grace period of 600 s leaves", Draining(600, 594))
            .Accepts("a grace period alone", Graceful(30))
            .Accepts("a drain time alone", Valid.With(DrainSeconds, 100)),

        Judge(EAS0604_DrainNeedsSigterm)
            .Refuses("a drain time alone", Graceful(45).With(DrainSeconds, 5), "/DrainSeconds", "SendSigterm = true")
            .Refuses("a drain time without SIGTERM", Draining(45, 5).With(SendSigterm, false), "/DrainSeconds", "SendSigterm = true")
            .Accepts("a drain time with SIGTERM", Draining(45, 5))
            .Accepts("SIGTERM alone", Graceful(45).With(SendSigterm, true))
            .Accepts("a grace period alone", Graceful(45)));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    private static Service Graceful(int seconds) => Valid.With(Seconds, seconds);

    private static Service Draining(int seconds, int drain) => Graceful(seconds).With(DrainSeconds, drain).With(SendSigterm, true);
}
