using EasGen.Rehearsal.Tests.Kit;

namespace EasGen.Rehearsal.Tests;

/// <summary>Accidents: killed, hanging, slow.</summary>
public class AccidentTests
{
    [Fact]
    public async Task A_right_service_survives_all_of_them()
    {
        var report = await TestService.PlayAsync(TestService.Json(), Chaotic());

        Assert.True(report.HasPassed, report.ToString());
        Assert.Matches(@"^ready again after \d+\.\d s; ", report.Answer("survives-kill").Finding);
        Assert.Matches(@"^restarted after \d+\.\d s, ready again after \d+\.\d s; ", report.Answer("survives-hang").Finding);
        Assert.StartsWith("20 requests ran into the limit of 2 s", report.Answer("cuts-long").Finding, StringComparison.Ordinal);
        Assert.Equal(RehearsalOutcome.Passed, report.Answer("starts-slowly").Outcome);
    }

    [Fact]
    public async Task Without_a_liveness_probe_whoever_hangs_stays()
    {
        var report = await TestService.PlayAsync(
            TestService.Json("", static json => json.Container().Remove("liveness_check")), Chaotic());

        report.OnlyFailure("survives-hang").Advises("containers[0].liveness_check");
    }

    private static RehearsalOptions Chaotic() => TestService.Quick() with { Chaos = true, SteadyTime = TimeSpan.FromSeconds(1) };
}
