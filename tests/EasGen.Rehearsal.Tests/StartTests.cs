using System.Text.Json.Nodes;
using EasGen.Rehearsal.Tests.Kit;

namespace EasGen.Rehearsal.Tests;

/// <summary>A service that EAS would never call ready: each mistake is found, with the setting that mends it.</summary>
public class StartTests
{
    [Fact]
    public async Task A_right_service_is_ready()
    {
        var report = await TestService.PlayAsync(TestService.Json(), TestService.Quick());

        Assert.True(report.HasPassed, report.ToString());
        Assert.Equal("on port 8000", report.Answer("listens").Finding);
        Assert.Equal("startup_check 200, liveness_check 200, health_check 200", report.Answer("probes").Finding);
        Assert.Matches(@"^ready after \d+\.\d s of 30 s$", report.Answer("in-time").Finding);
        Assert.Equal(RehearsalOutcome.NotPlayed, report.Answer("rollout-at-sigterm").Outcome);
    }

    [Fact]
    public async Task The_port_of_the_image_is_found()
    {
        var report = await TestService.PlayAsync(TestService.Json("forgets-port", Hurry), TestService.Quick());

        var failed = report.OnlyFailure("listens");
        Assert.Equal("listens on port 8080, but EAS calls 8000; the service would stay Waiting", failed.Finding);
        failed.Advises(null, "EAS0208");
        failed.Advises("containers[0].port", "EAS0201");
    }

    [Fact]
    public async Task Another_port_than_the_declared_one_is_found()
    {
        var json = TestService.Json("", static json =>
        {
            Hurry(json);
            json.Container()["env"] = new JsonArray(new JsonObject { ["name"] = "LISTENING_PORT", ["value"] = "23456" });
        });

        var failed = (await TestService.PlayAsync(json, TestService.Quick())).OnlyFailure("listens");

        Assert.StartsWith("listens on port 23456, but EAS calls 8000", failed.Finding, StringComparison.Ordinal);
        failed.Advises("containers[0].port", "EAS0208");
    }

    [Fact]
    public async Task The_loopback_address_is_found()
    {
        var report = await TestService.PlayAsync(TestService.Json("listens-on-loopback", Hurry), TestService.Quick());

        var failed = report.OnlyFailure("listens");
        Assert.Equal("listens on the loopback address alone (127.0.0.1:8000), where EAS cannot reach it", failed.Finding);
        failed.Advises(null, "EAS0209");
    }

    [Theory]
    [InlineData("maps-no-probe")]
    [InlineData("maps-probe-in-development")]
    public async Task A_probe_that_is_not_mapped_is_found(string fault)
    {
        var report = await TestService.PlayAsync(TestService.Json(fault, Hurry), TestService.Quick());

        var failed = report.OnlyFailure("probes");
        Assert.Equal("GET /health at port 8000 answers 404", failed.Finding);
        failed.Advises("containers[0].startup_check.http_get.path", "EAS0708");
    }

    [Fact]
    public async Task A_probe_that_is_redirected_is_found()
    {
        var report = await TestService.PlayAsync(TestService.Json("redirects"), TestService.Quick());

        var failed = report.OnlyFailure("probes");
        Assert.Contains("302 to https://localhost/health", failed.Finding, StringComparison.Ordinal);
        failed.Advises("containers[0].startup_check.http_get.path");
    }

    [Fact]
    public async Task A_load_that_takes_longer_than_its_budget_is_found()
    {
        var report = await TestService.PlayAsync(TestService.Json("loads-slowly", Hurry), TestService.Quick());

        var failed = report.OnlyFailure("in-time");
        Assert.Equal("has not started after 8 s; at last startup_check was answered: 503", failed.Finding);
        failed.Advises("containers[0].startup_check.failure_threshold");
    }

    [Fact]
    public async Task A_liveness_probe_that_kills_what_loads_is_found()
    {
        var json = TestService.Json("loads-slowly", static json => json.Container().Remove("startup_check"));

        var failed = (await TestService.PlayAsync(json, TestService.Quick())).OnlyFailure("in-time");

        Assert.Contains("was killed before it was ready: liveness_check failed 3 times in a row", failed.Finding, StringComparison.Ordinal);
        failed.Advises("containers[0].startup_check");
    }

    [Fact]
    public async Task Without_probes_the_port_is_enough()
    {
        var json = TestService.Json("maps-no-probe", TestService.RemoveProbes);

        var report = await TestService.PlayAsync(json, TestService.Quick());

        Assert.True(report.HasPassed, report.ToString());
        Assert.Equal("TCP check of the port connected", report.Answer("probes").Finding);
    }

    [Fact]
    public async Task Without_probes_a_start_has_its_time()
    {
        var json = TestService.Json("listens-on-loopback", TestService.RemoveProbes);
        var options = TestService.Quick() with { StartTimeout = TimeSpan.FromSeconds(8) };

        var failed = (await TestService.PlayAsync(json, options)).OnlyFailure("listens");

        failed.Advises(null, "EAS0209");
    }

    [Fact]
    public async Task A_program_that_ends_is_found_with_what_it_said()
    {
        var report = await TestService.PlayAsync(TestService.Json("exits"), TestService.Quick());

        var failed = report.OnlyFailure("runs");
        Assert.Equal("container 0 ended with code 3; its last lines:\n  no model at /models", failed.Finding);
        Assert.Equal(RehearsalOutcome.NotPlayed, report.Answer("in-time").Outcome);
    }

    [Fact]
    public async Task A_program_that_leaves_a_child_behind_has_ended()
    {
        var report = await TestService.PlayAsync(TestService.Json("leaves"), TestService.Quick());

        Assert.StartsWith("container 0 ended with code 0", report.OnlyFailure("runs").Finding, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_may_say_as_much_as_it_likes()
    {
        var report = await TestService.PlayAsync(
            TestService.Json("chatters", static json => json.Container()["startup_check"] = TestService.Probe(period: 1, failures: 60)),
            TestService.Quick(instances: 1));

        Assert.True(report.HasPassed, report.ToString());
    }

    private static void Hurry(JsonObject json) => json.Container()["startup_check"] = TestService.Probe(period: 1, failures: 8);
}
