using EasGen.Rehearsal.Tests.Kit;

namespace EasGen.Rehearsal.Tests;

/// <summary>Rollouts: what is lost is found, with the reading under which it is and the setting that mends it.</summary>
public class RolloutTests
{
    [Fact]
    public async Task A_right_service_loses_nothing()
    {
        var report = await TestService.PlayAsync(TestService.Json(), TestService.Quick("/slow", rollouts: 2));

        Assert.True(report.HasPassed, report.ToString());
        Assert.Equal(0, report.LostRequests);
        Assert.True(report.Requests > 100, report.ToString());
        Assert.Matches(@"^none of \d+ in 2 rollouts of 2 instances, ", report.Answer("rollout-by-readiness").Finding);
        Assert.Matches(@"^after \d+\.\d s at most of 15 s, with code 0$", report.Answer("stops").Finding);
    }

    [Fact]
    public async Task Readiness_that_is_slower_than_the_drain_is_found()
    {
        var report = await TestService.PlayAsync(TestService.Json("stops-at-once"), TestService.Quick(rollouts: 1));

        var failed = report.OnlyFailure("rollout-by-readiness");
        Assert.Contains("refused", failed.Finding, StringComparison.Ordinal);
        failed.Advises("containers[0].health_check.period_seconds", "EAS0709");
    }

    [Fact]
    public async Task Without_SIGTERM_nothing_is_told()
    {
        var json = TestService.Json("", static json =>
        {
            json.Metadata()["rpc"]!.AsObject().Remove("enable_sigterm");
            json.Metadata()["eas.termination_grace_period"] = 3;
        });

        var report = await TestService.PlayAsync(json, TestService.Quick(rollouts: 1));

        var failed = report.OnlyFailure("rollout-by-readiness");
        failed.Advises("metadata.rpc.enable_sigterm", "EAS0604");
        Assert.Equal(RehearsalOutcome.NotPlayed, report.Answer("stops").Outcome);
        Assert.Equal(RehearsalOutcome.Passed, report.Answer("rollout-at-sigterm").Outcome);
    }

    [Fact]
    public async Task A_program_that_dies_of_SIGTERM_cuts_requests()
    {
        var report = await TestService.PlayAsync(TestService.Json("dies"), TestService.Quick("/slower", rollouts: 1));

        var failed = report.Answer("rollout-at-sigterm");
        Assert.Equal(RehearsalOutcome.Failed, failed.Outcome);
        Assert.Contains(failed.Advice, static advice => advice.Text.StartsWith("let the program finish", StringComparison.Ordinal));
        Assert.Equal(RehearsalOutcome.Failed, report.Answer("rollout-by-readiness").Outcome);
    }

    [Theory]
    [InlineData("ignores-sigterm")]
    [InlineData("stops-late")]
    public async Task A_program_that_outlives_its_grace_period_is_found(string fault)
    {
        var json = TestService.Json(fault, static json => json.Metadata()["eas.termination_grace_period"] = 5);

        var report = await TestService.PlayAsync(json, TestService.Quick(rollouts: 1));

        var failed = report.Answer("stops");
        Assert.Equal(RehearsalOutcome.Failed, failed.Outcome);
        Assert.StartsWith("2 of 2 were killed after 5 s", failed.Finding, StringComparison.Ordinal);
        failed.Advises("metadata.eas.termination_grace_period", "EAS0602");
    }

    [Fact]
    public async Task A_new_instance_that_does_not_start_pauses_the_update()
    {
        var count = Path.GetTempFileName();
        var options = TestService.Quick(rollouts: 1) with { Environment = new Dictionary<string, string> { ["COUNT_FILE"] = count } };

        var report = await TestService.PlayAsync(TestService.Json("starts-twice"), options);

        File.Delete(count);
        Assert.All(
            ["rollout-at-sigterm", "rollout-by-readiness"],
            id => Assert.Equal(
                (RehearsalOutcome.Failed, "EAS would pause the update: instance 3 ended with code 4"),
                (report.Answer(id).Outcome, report.Answer(id).Finding)));
    }

    [Fact]
    public async Task Answers_that_are_not_what_was_expected_are_found()
    {
        var options = TestService.Quick(rollouts: 1) with { Requests = [new("/") { ExpectedBody = "good day" }] };

        var report = await TestService.PlayAsync(TestService.Json(), options);

        Assert.Contains("successes and not what was expected", report.Answer("rollout-at-sigterm").Finding, StringComparison.Ordinal);
        Assert.True((await TestService.PlayAsync(
            TestService.Json(), options with { Requests = [new("/") { ExpectedBody = "hello" }] })).HasPassed);
    }

    [Fact]
    public async Task An_update_that_stops_the_only_instance_is_found()
    {
        var json = TestService.Json("", static json =>
        {
            json.Metadata()["instance"] = 1;
            json.Metadata()["rolling_strategy"]!["max_surge"] = "0";
            json.Metadata()["rolling_strategy"]!["max_unavailable"] = "1";
        });

        var report = await TestService.PlayAsync(json, TestService.Quick(rollouts: 1, instances: 1));

        var failed = report.Answer("rollout-at-sigterm");
        Assert.Equal(RehearsalOutcome.Failed, failed.Outcome);
        Assert.Contains("without a ready instance", failed.Finding, StringComparison.Ordinal);
        failed.Advises("metadata.rolling_strategy.max_unavailable", "EAS0614");
    }
}
