using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using EasGen.Rehearsal.Networks;
using EasGen.Rehearsal.Tests.Kit;

namespace EasGen.Rehearsal.Tests;

/// <summary>Programs that listen on their own port, whatever LISTENING_PORT says: one at a time, or each in a network namespace.</summary>
public class NetworkTests
{
    private readonly int port = FreePort();

    [Theory]
    [InlineData("fixes-port", 2)]
    [InlineData("fixes-second-port", 2)]
    [InlineData("fixes-second-port", 1)]
    public async Task A_fixed_port_is_rolled_out_in_network_namespaces(string fault, int instances)
    {
        var report = await TestService.PlayAsync(
            Json(fault), Options(RehearsalNetwork.Auto, rollouts: 1) with { Instances = instances });

        Assert.True(report.HasPassed, report.ToString());
        // Only some users may have namespaces; for others the report says how to get them.
        if (NetworkNamespace.IsAllowed)
        {
            Assert.Contains("each instance in a network namespace", report.Answer("listens").Finding, StringComparison.Ordinal);
            Assert.Equal(RehearsalOutcome.Passed, report.Answer("rollout-at-sigterm").Outcome);
            Assert.Equal(RehearsalOutcome.Passed, report.Answer("rollout-by-readiness").Outcome);
        }
        else
        {
            Assert.Contains("unshare --map-root-user", report.Answer("rollout-at-sigterm").Finding, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_program_may_have_a_namespace_although_its_port_is_not_fixed()
    {
        var playing = TestService.PlayAsync(Json(""), Options(RehearsalNetwork.Namespace, rollouts: 1));

        if (NetworkNamespace.IsAllowed)
        {
            var report = await playing;
            Assert.True(report.HasPassed, report.ToString());
            return;
        }
        var refused = await Assert.ThrowsAsync<RehearsalException>(() => playing);
        Assert.Contains("network namespaces", refused.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task All_of_an_instance_is_in_its_namespace()
    {
        var json = Json("fixes-port");
        json.Container()["startup_check"] = new JsonObject
        {
            ["exec"] = new JsonObject { ["command"] = new JsonArray("bash", "-c", $"exec 3<>/dev/tcp/127.0.0.1/{port}") },
            ["period_seconds"] = 1,
            ["failure_threshold"] = 15,
        };
        json["containers"]!.AsArray().Add(new JsonObject
        {
            ["image"] = "r/sidecar:1",
            ["command"] = $"bash -c 'until exec 3<>/dev/tcp/127.0.0.1/{port}; do sleep 0.1; done; exec sleep 1000'",
        });

        var report = await TestService.PlayAsync(json, Options(RehearsalNetwork.Auto) with { Chaos = true, Instances = 1 });

        Assert.True(report.HasPassed, report.ToString());
        Assert.Equal(
            NetworkNamespace.IsAllowed,
            report.Answer("listens").Finding.Contains("each instance in a network namespace", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("to start", "it ended with code 5")]
    [InlineData("to answer", "requests failed")]
    public async Task A_program_that_needs_other_machines_plays_alone(string need, string problem)
    {
        var options = Options(RehearsalNetwork.Auto, rollouts: 1);
        var report = await TestService.PlayAsync(
            Json("fixes-port"),
            options with { Environment = new Dictionary<string, string>(options.Environment) { ["NEEDS_NETWORK"] = need } });

        Assert.True(report.HasPassed, report.ToString());
        Assert.Contains("whatever LISTENING_PORT says", report.Answer("listens").Finding, StringComparison.Ordinal);
        Assert.Contains(
            NetworkNamespace.IsAllowed ? problem : "so that no second instance fits on this machine",
            report.Answer("rollout-at-sigterm").Finding,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_loopback_address_is_not_enough_in_a_namespace_either()
    {
        var json = TestService.Json(
            "listens-on-loopback", static json => json.Container()["startup_check"] = TestService.Probe(period: 1, failures: 8));

        var playing = TestService.PlayAsync(json, Options(RehearsalNetwork.Namespace));

        if (NetworkNamespace.IsAllowed)
            Assert.Contains("127.0.0.1:8000", (await playing).OnlyFailure("listens").Finding, StringComparison.Ordinal);
        else
            await Assert.ThrowsAsync<RehearsalException>(() => playing);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_found()
    {
        using var taken = new TcpListener(IPAddress.Any, port);
        taken.Start();

        var failed = (await TestService.PlayAsync(Json("fixes-port"), Options(RehearsalNetwork.Machine))).OnlyFailure("runs");

        Assert.Contains("address already in use", failed.Finding, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("LISTENING_PORT", Assert.Single(failed.Advice).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_here_is_free_in_a_namespace()
    {
        using var taken = new TcpListener(IPAddress.Any, port);
        taken.Start();

        var report = await TestService.PlayAsync(Json("fixes-port"), Options(RehearsalNetwork.Auto));

        Assert.True(NetworkNamespace.IsAllowed == report.HasPassed, report.ToString());
    }

    [Theory]
    [InlineData(RehearsalNetwork.Auto)]
    [InlineData(RehearsalNetwork.Machine)]
    public async Task A_program_that_waits_for_its_port_gets_it_in_a_namespace(RehearsalNetwork network)
    {
        using var taken = new TcpListener(IPAddress.Any, port);
        taken.Start();
        var json = Json("fixes-port");
        json.Container()["command"] =
            $"bash -c 'until ! exec 3<>/dev/tcp/127.0.0.1/{port}; do echo {port} is taken; sleep 1; done 2>/dev/null; "
            + "exec dotnet EasGen.Rehearsal.TestApp.dll fixes-port'";
        json.Container()["startup_check"] = TestService.Probe(period: 1, failures: 10, port: port);

        var report = await TestService.PlayAsync(json, Options(network));

        Assert.True((network == RehearsalNetwork.Auto && NetworkNamespace.IsAllowed) == report.HasPassed, report.ToString());
        if (!report.HasPassed)
            Assert.Contains($"{port} is taken", report.Answer("in-time").Finding, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_with_a_fixed_port_plays_alone_on_the_machine()
    {
        var report = await TestService.PlayAsync(Json("fixes-port"), Options(RehearsalNetwork.Machine, rollouts: 1));

        Assert.True(report.HasPassed, report.ToString());
        Assert.Contains("whatever LISTENING_PORT says", report.Answer("listens").Finding, StringComparison.Ordinal);
        Assert.Equal(RehearsalOutcome.Passed, report.Answer("stops").Outcome);
        Assert.Equal(RehearsalOutcome.NotPlayed, report.Answer("rollout-at-sigterm").Outcome);
        Assert.Contains("--network namespace", report.Answer("rollout-at-sigterm").Finding, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sidecar_with_a_fixed_port_plays_alone_although_its_probe_comes_late()
    {
        var json = TestService.Json("", json => json["containers"]!.AsArray().Add(new JsonObject
        {
            ["image"] = "r/sidecar:1",
            ["command"] = "dotnet EasGen.Rehearsal.TestApp.dll fixes-port",
            ["liveness_check"] = TestService.Probe(period: 30, failures: 3, port: port),
        }));

        var report = await TestService.PlayAsync(json, Options(RehearsalNetwork.Machine));

        Assert.True(report.HasPassed, report.ToString());
        Assert.Contains("whatever LISTENING_PORT says", report.Answer("listens").Finding, StringComparison.Ordinal);
    }

    private JsonObject Json(string fault) => TestService.Json(fault, json =>
    {
        if (fault != "fixes-port")
            return;
        json.Container()["port"] = port;
        foreach (var probe in TestService.Probes)
            json.Container()[probe]!["http_get"]!["port"] = port;
    });

    private RehearsalOptions Options(RehearsalNetwork network, int rollouts = 0) => TestService.Quick(rollouts: rollouts) with
    {
        Network = network,
        Environment = new Dictionary<string, string> { ["OWN_PORT"] = port.ToString(CultureInfo.InvariantCulture) },
    };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Any, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
