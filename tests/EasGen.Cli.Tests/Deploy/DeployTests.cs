using System.Text;
using System.Text.Json;
using EasGen.Cli.Tests.Kit;
using EasGen.FakeEas;

namespace EasGen.Cli.Tests.Deploy;

public sealed class DeployTests : CloudTests
{
    private static readonly string Newer = Folder.Right.Replace("acme/iris:1", "acme/iris:2", StringComparison.Ordinal);

    [Fact]
    public async Task A_service_is_created_and_waited_for()
    {
        var answer = await Run("deploy", Folder.Write("iris.json", WithStart(1)), "--yes");

        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.Contains("  00:00  Waiting, 0 of 2 instances running", answer.Lines);
        Assert.Contains("iris runs in version 1.", answer.Lines);
        Assert.Contains(
            "curl -H \"Authorization: $(easgen status iris --token --region cn-shanghai "
            + $"--endpoint {Eas.Address.ToString().TrimEnd('/')})\" 'http",
            answer.Lines[^1]);
        Assert.DoesNotContain("fake-token", answer.Output);
        Assert.Equal(["CreateService iris"], Eas.Cloud.Done);
    }

    [Fact]
    public async Task A_service_that_runs_is_updated()
    {
        await Create();

        var answer = await Run("deploy", Folder.Write("iris.json", Newer), "--yes");

        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.Contains("iris runs in version 2.", answer.Lines);
    }

    [Fact]
    public async Task Nothing_is_done_where_nothing_differs()
    {
        await Create();

        Assert.Equal(0, (await Run("deploy", Folder.Write("iris.json", Folder.Right))).Code);
        Assert.Equal(["CreateService iris"], Eas.Cloud.Done);
    }

    [Theory]
    [InlineData("merge", true)]
    [InlineData("replace", false)]
    public async Task What_is_live_alone_stays_or_goes(string strategy, bool stays)
    {
        await Create(Folder.With(Folder.Right, "\"rpc\":{\"keepalive\":60000}"));

        var answer = await Run("deploy", Folder.Write("iris.json", Newer), "--yes", "--strategy", strategy);

        Assert.Equal(0, answer.Code);
        Assert.Equal(stays, (await Client.DescribeServiceAsync("iris")).ServiceConfig!.Contains("keepalive", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_terminal_it_is_done_only_if_somebody_said_yes()
    {
        var (code, _, error) = await Easgen.Start(
            [], Folder.Root, "deploy", Folder.Write("iris.json", Folder.Right), "--endpoint", Eas.Address.ToString(), "--region", "cn-x");

        Assert.Equal((2, "error: There is no terminal to ask on; add --yes to do it without asking"), (code, error.Trim()));
        Assert.Empty(Eas.Cloud.Done);
    }

    [Theory]
    [InlineData("acme/iris:1", "acme/iris:${NOBODY_HAS_SAID_IT}", 2, "'iris' is not deployed: the values above are missing")]
    [InlineData("\"instance\":2", "\"instance\":2,\"group\":\"blue\"", 2, "PAI-EAS cannot change this in a service that is there")]
    [InlineData("\"port\":8000", "\"port\":8080", 1, "is not deployed: mend what is said above")]
    public async Task What_cannot_be_deployed_is_not(string before, string after, int code, string message)
    {
        await Create();

        var answer = await Run(
            "deploy", Folder.Write("iris.json", Folder.Right.Replace(before, after, StringComparison.Ordinal)), "--yes");

        Assert.Equal(code, answer.Code);
        Assert.Contains(message, answer.ErrorLines[^1]);
        Assert.Equal(["CreateService iris"], Eas.Cloud.Done);
    }

    [Fact]
    public async Task A_service_that_does_not_start_in_time_is_an_error()
    {
        var answer = await Run("deploy", Folder.Write("iris.json", WithStart(600)), "--yes", "--timeout", "1");

        Assert.Equal(1, answer.Code);
        Assert.Contains("'iris' does not run after 1 second; PAI-EAS goes on trying.", answer.Output);
    }

    [Fact]
    public async Task A_service_that_does_not_start_is_explained()
    {
        await Create();
        Eas.Cloud.Afflict("iris", Ailment.ImagePull);

        var answer = await Run("deploy", Folder.Write("iris.json", Newer), "--yes", "--timeout", "1");

        Assert.Equal(1, answer.Code);
        Assert.Contains("Likely cause: The image 'acme/iris:1' cannot be pulled", answer.Output);
        Assert.Contains("What to change", answer.Lines);
    }

    [Fact]
    public async Task A_service_that_is_as_it_should_be_and_does_not_run_is_waited_for()
    {
        await Create();
        Eas.Cloud.Afflict("iris", Ailment.WrongPort);

        var answer = await Run("deploy", Folder.Write("iris.json", Folder.Right), "--timeout", "1");

        Assert.Equal(1, answer.Code);
        Assert.Contains("Likely cause: ", answer.Output);
        Assert.Equal(["CreateService iris"], Eas.Cloud.Done);
    }

    [Fact]
    public async Task A_start_that_may_take_for_ever_is_waited_for_a_day_at_most()
    {
        var json = WithStart(1).Replace("\"period_seconds\":1", "\"period_seconds\":2147483647", StringComparison.Ordinal)
            .Replace("\"failure_threshold\":30", "\"failure_threshold\":2147483647", StringComparison.Ordinal);

        var answer = await Run("deploy", Folder.Write("iris.json", json), "--yes");

        Assert.Equal(0, answer.Code);
        Assert.Contains("Waiting until it runs, 1440 minutes at most.", answer.Output);
    }

    [Fact]
    public async Task A_result_can_be_read_by_a_program()
    {
        var path = Folder.Write("iris.json", Folder.Right);
        foreach (var outcome in new[] { "ready", "unchanged" })
        {
            var answer = await Run("deploy", path, "--yes", "--format", "json");

            var result = JsonDocument.Parse(answer.Output).RootElement;
            Assert.Equal((0, outcome), (answer.Code, result.GetProperty("outcome").GetString()));
            Assert.Equal(1, result.GetProperty("currentVersion").GetInt32());
            Assert.Contains("iris in cn-shanghai: ", answer.Error);
        }
    }

    [Fact]
    public async Task How_many_instances_a_scaler_has_made_stays_as_long_as_the_scaler()
    {
        const string Scaler = ",\"autoscaler\":{\"min\":1,\"max\":9,\"scaleStrategies\":[{\"metricName\":\"qps\",\"threshold\":5}]}}";
        await Create(Folder.Right.Replace("\"instance\":2", "\"instance\":7", StringComparison.Ordinal)[..^1] + Scaler);

        Assert.Equal(0, (await Run("deploy", Folder.Write("iris.json", Newer[..^1] + Scaler), "--yes")).Code);
        Assert.Equal(7, (await Client.DescribeServiceAsync("iris")).TotalInstance);
        Assert.Equal(0, (await Run("deploy", Folder.Write("iris.json", Newer), "--yes", "--strategy", "replace")).Code);
        Assert.Equal(2, (await Client.DescribeServiceAsync("iris")).TotalInstance);
    }

    [Fact]
    public async Task Ctrl_C_ends_the_waiting_and_not_the_service()
    {
        // There is no such signal elsewhere.
        if (OperatingSystem.IsWindows())
            return;
        using var tool = new RunningTool(
            "deploy", Folder.Write("iris.json", WithStart(600)), "--yes",
            "--endpoint", Eas.Address.ToString(), "--region", "cn-shanghai");
        await tool.ReadUntilAsync("0 of 2 instances running");
        await tool.InterruptAsync();

        var end = await tool.EndAsync();

        Assert.Equal((1, ""), (end.Code, end.Error));
        Assert.Contains("Stopped waiting; PAI-EAS goes on. 'easgen status iris' shows how far it is.", end.Output);
        Assert.Equal("Waiting", (await Client.DescribeServiceAsync("iris")).Status);
    }

    [Fact]
    public async Task Nobody_has_to_wait()
    {
        var answer = await Run("deploy", Folder.Write("iris.json", WithStart(600)), "--yes", "--no-wait");

        Assert.Equal((0, "Not waited for; 'easgen status iris' shows how far it is."), (answer.Code, answer.Lines[^1]));
    }

    [Fact]
    public async Task What_is_sent_is_strict_json_with_the_values_filled_in()
    {
        var json = "// ours\n" + Folder.Right.Replace("\"instance\":2", "\"instance\":\"${N}\",", StringComparison.Ordinal);

        var answer = await Run("deploy", Folder.Write("iris.json", json), "--yes", "--var", "N=3");

        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.Equal(3, (await Client.DescribeServiceAsync("iris")).TotalInstance);
    }

    // What the server did, how the verb ends, and what became of the service.
    [Theory]
    [InlineData(Fault.LostBefore, 1)]
    [InlineData(Fault.LostAfter, 1)]
    [InlineData(Fault.HalfAnswer, 1)]
    [InlineData(Fault.NoApi, 1)]
    [InlineData(Fault.Unavailable, 1)]
    [InlineData(Fault.Throttled, 1)]
    public async Task No_fault_creates_or_updates_twice(Fault fault, int done)
    {
        Eas.Faults.Plan("CreateService", fault);
        var created = await Run("deploy", Folder.Write("iris.json", Folder.Right), "--yes");
        Assert.Equal((0, ""), (created.Code, created.Error));
        Assert.Equal(done, Eas.Cloud.Done.Count);

        Eas.Faults.Plan("UpdateService", fault);
        var updated = await Run("deploy", Folder.Write("iris.json", Newer), "--yes");
        Assert.Equal((0, ""), (updated.Code, updated.Error));
        Assert.Equal(["CreateService iris", "UpdateService iris"], Eas.Cloud.Done);
        Assert.Equal(2, (await Client.DescribeServiceAsync("iris")).LatestVersion);
    }

    [Theory]
    [InlineData(Fault.LostBefore)]
    [InlineData(Fault.Unavailable)]
    [InlineData(Fault.Throttled)]
    public async Task What_does_not_pass_is_said(Fault fault)
    {
        Eas.Faults.Plan("CreateService", fault, times: 9);

        var answer = await Run("deploy", Folder.Write("iris.json", Folder.Right), "--yes");

        Assert.Equal(2, answer.Code);
        Assert.Single(answer.ErrorLines);
        Assert.Empty(Eas.Cloud.Done);
    }

    [Fact]
    public async Task A_change_that_somebody_else_makes_is_not_disturbed()
    {
        await Create();
        Eas.Faults.Plan("UpdateService", Fault.Conflict);

        var answer = await Run("deploy", Folder.Write("iris.json", Newer), "--yes");

        Assert.Equal(2, answer.Code);
        Assert.StartsWith("error: Another change of the service is being made; wait until it is done", answer.Error);
        Assert.Equal(["CreateService iris"], Eas.Cloud.Done);
    }

    [Fact]
    public async Task A_name_that_was_taken_meanwhile_is_said()
    {
        Eas.Faults.Plan("CreateService", Fault.Conflict);

        var answer = await Run("deploy", Folder.Write("iris.json", Folder.Right), "--yes");

        Assert.Equal((1, "error: A service 'iris' has been created meanwhile; plan again"), (answer.Code, answer.Error.Trim()));
    }

    [Theory]
    [InlineData(Fault.LostAfter)]
    [InlineData(Fault.Unavailable)]
    public async Task A_network_that_is_away_for_a_while_does_not_end_the_waiting(Fault fault)
    {
        // Each look is tried four times.
        var running = Run("deploy", Folder.Write("iris.json", WithStart(2)), "--yes");
        while (Eas.Cloud.Done.IsEmpty)
            await Task.Delay(10);
        Eas.Faults.Plan("DescribeService", fault, times: 4);

        Assert.Equal(0, (await running).Code);
    }

    private async Task Create(string? json = null) => await Client.CreateServiceAsync(Encoding.UTF8.GetBytes(json ?? Folder.Right));

    private static string WithStart(int seconds) => Folder.Right.Replace(
        "\"command\":\"./iris\"",
        "\"command\":\"./iris\",\"startup_check\":{\"http_get\":{\"path\":\"/healthz/startup\",\"port\":8000},"
        + FormattableString.Invariant($"\"initial_delay_seconds\":{seconds},\"period_seconds\":1,\"timeout_seconds\":1,")
        + "\"success_threshold\":1,\"failure_threshold\":30}",
        StringComparison.Ordinal);
}
