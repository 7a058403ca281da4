using System.Text;
using System.Text.Json;
using EasGen.Cli.Tests.Kit;
using EasGen.Cli.Tests.Why;
using EasGen.FakeEas;

namespace EasGen.Cli.Tests.Status;

/// <summary>A service as it is now, on one screen.</summary>
public class StatusTests : CloudTests
{
    [Fact]
    public async Task A_service_that_runs_is_whole()
    {
        await CreateAsync(Seen.Iris);

        var answer = await Run("status", "iris");

        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.Equal("iris in cn-shanghai: Running, 2 of 2 instances run, version 1", answer.Lines[0]);
        Assert.Equal(
            [
                "  instance      iris-0  Running, 2 of 2 containers ready",
                "  instance      iris-1  Running, 2 of 2 containers ready",
            ],
            answer.Lines[1..3]);
        Assert.Matches(@"^  newest event  20\d\d-\d\d-\d\d \d\d:\d\d:\d\d  Normal Started: Started$", answer.Lines[3]);
        Assert.Equal(
            [
                "  endpoint      http://fake.vpc.cn-shanghai.pai-eas.aliyuncs.com/api/predict/iris",
                "  lock          none",
                "  scaling       by hand",
            ],
            answer.Lines[4..]);
    }

    [Theory]
    [InlineData(Ailment.OutOfMemory, "Waiting, 0 of 2 instances run", "1 of 2 containers ready, 3 restarts, last Reason: OOMKilled")]
    [InlineData(Ailment.UnknownState, "Hibernating, 0 of 2 instances run", "iris-0  Pending, 1 of 2 containers ready")]
    [InlineData(Ailment.OutOfStock, "Waiting, 0 of 2 instances run", "newest event")]
    public async Task One_that_does_not_run_is_not(Ailment ailment, string state, string line)
    {
        await CreateAsync(Seen.Iris);
        Eas.Cloud.Afflict("iris", ailment);

        var answer = await Run("status", "iris");

        Assert.Equal((1, ""), (answer.Code, answer.Error));
        Assert.Contains(state, answer.Lines[0], StringComparison.Ordinal);
        Assert.Contains(line, answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_does_not_run_yet_is_named()
    {
        await CreateAsync(Seen.Iris);
        await Client.UpdateServiceAsync("iris", Encoding.UTF8.GetBytes(Seen.Iris), Api.UpdateType.Merge);
        Eas.Cloud.Afflict("iris", Ailment.ProbeNotServed);
        Eas.Cloud.Lock("iris");

        var answer = await Run("status", "iris");

        Assert.Equal(1, answer.Code);
        Assert.Equal("iris in cn-shanghai: Updating, 2 of 2 instances run, version 1 (the newest is 2)", answer.Lines[0]);
        Assert.Contains("  lock          dangerous: it can neither be stopped nor deleted", answer.Lines);
    }

    [Fact]
    public async Task Scripts_get_a_document()
    {
        await CreateAsync(Seen.Iris);

        using var document = JsonDocument.Parse((await Run("status", "iris", "--format", "json")).Output);

        var root = document.RootElement;
        Assert.Equal((1, "iris", "Running", true, false), (
            root.GetProperty("version").GetInt32(),
            root.GetProperty("service").GetString(),
            root.GetProperty("status").GetString(),
            root.GetProperty("ready").GetBoolean(),
            root.GetProperty("locked").GetBoolean()));
        Assert.Equal(2, root.GetProperty("counts").GetProperty("total").GetInt32());
        Assert.Equal(1, root.GetProperty("versions").GetProperty("latest").GetInt32());
        Assert.Equal("iris-1", root.GetProperty("instances")[1].GetProperty("name").GetString());
        Assert.Equal("Started", root.GetProperty("newestEvent").GetProperty("reason").GetString());
    }

    [Fact]
    public async Task An_address_that_is_empty_is_none()
    {
        await CreateAsync(Seen.Iris);
        Eas.Cloud.InternetEndpoint = "";

        var text = await Run("status", "iris");
        using var document = JsonDocument.Parse((await Run("status", "iris", "--format", "json")).Output);

        Assert.Single(text.Lines, static line => line.StartsWith("  endpoint", StringComparison.Ordinal));
        var endpoints = document.RootElement.GetProperty("endpoints");
        Assert.Equal(JsonValueKind.Null, endpoints.GetProperty("internet").ValueKind);
        Assert.EndsWith("/iris", endpoints.GetProperty("intranet").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_is_said()
    {
        await CreateAsync(Seen.Iris);
        Eas.Faults.Plan("ListServiceInstances", Fault.Conflict);

        var answer = await Run("status", "iris");

        Assert.Equal(0, answer.Code);
        Assert.StartsWith(
            "The instances cannot be read: ListServiceInstances was answered with 409", answer.Lines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Fault.NoApi, "is the endpoint one of PAI-EAS?")]
    [InlineData(Fault.Conflict, "Another change of the service is being made")]
    public async Task A_service_that_cannot_be_read_is_one_line(Fault fault, string says)
    {
        await CreateAsync(Seen.Iris);
        Eas.Faults.Plan("DescribeService", fault);

        var answer = await Run("status", "iris");

        Assert.Equal((2, ""), (answer.Code, answer.Output));
        Assert.Contains(says, Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_token_comes_alone_and_when_it_is_asked_for()
    {
        await CreateAsync(Seen.Iris);

        var answer = await Run("status", "iris", "--token");

        Assert.Equal((0, "fake-token", ""), (answer.Code, Assert.Single(answer.Lines), answer.Error));
        Assert.DoesNotContain("fake-token", (await Run("status", "iris")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_artifact_names_its_service()
    {
        await CreateAsync(Seen.Iris);

        Assert.Equal(0, (await Run("status", Folder.Write("iris.json", Seen.Iris))).Code);
    }
}
