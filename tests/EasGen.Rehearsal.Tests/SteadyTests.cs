using EasGen.Rehearsal.Tests.Kit;

namespace EasGen.Rehearsal.Tests;

/// <summary>What load does to a service.</summary>
public class SteadyTests
{
    private static readonly TimeSpan Longer = TimeSpan.FromSeconds(6);

    [Fact]
    public async Task Requests_that_block_the_threads_of_probes_are_found()
    {
        var options = TestService.Quick("/blocks", perSecond: 200, instances: 1) with { SteadyTime = Longer };

        var report = await TestService.PlayAsync(TestService.Json(), options);

        var failed = report.Answer("stays-healthy");
        Assert.True(failed.Outcome == RehearsalOutcome.Failed, report.ToString());
        Assert.Contains(failed.Advice, static advice => advice.Text.Contains("threads", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Requests_that_take_too_long_are_found()
    {
        var options = TestService.Quick("/late", perSecond: 10) with { SteadyTime = Longer };

        var report = await TestService.PlayAsync(TestService.Json(), options);

        var failed = report.OnlyFailure("answers");
        Assert.Contains("were not answered within 2 s", failed.Finding, StringComparison.Ordinal);
        failed.Advises("metadata.rpc.keepalive", "EAS0620");
    }

    [Theory]
    [InlineData("/fails", "requests failed: ")]
    [InlineData("/nowhere", "requests were refused with 404")]
    public async Task Requests_that_fail_are_found(string path, string finding)
    {
        var report = await TestService.PlayAsync(TestService.Json(), TestService.Quick(path));

        Assert.Contains(finding, report.OnlyFailure("answers").Finding, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_request_any_answer_counts()
    {
        var report = await TestService.PlayAsync(
            TestService.Json("maps-no-probe", TestService.RemoveProbes), TestService.Quick() with { Requests = [] });

        Assert.True(report.HasPassed, report.ToString());
        Assert.EndsWith("GET / alone, as no request was given", report.Answer("answers").Finding, StringComparison.Ordinal);
    }
}
