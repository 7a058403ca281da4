using System.Text;
using System.Text.Json;
using EasGen.Cli.Tests.Kit;
using EasGen.Cli.Tests.Security;
using EasGen.FakeEas;

namespace EasGen.Cli.Tests.Why;

/// <summary>The verb, against a server.</summary>
public class WhyTests : CloudTests
{
    private readonly MovableClock clock = new();

    private protected override TimeProvider Clock => clock;

    [Theory]
    [InlineData(Ailment.WrongPort, "Likely cause: The program listens on 8080, declared is 8000")]
    [InlineData(Ailment.ImagePull, "Likely cause: The image 'acme/iris:1' cannot be pulled: the registry refuses it")]
    [InlineData(Ailment.OutOfMemory, "Likely cause: A container was killed for memory 6 times; it has 4096 MB")]
    [InlineData(Ailment.ProbeNotServed, "Likely cause: The start-up probe failed 30 times: /healthz/startup answered 404")]
    [InlineData(Ailment.ProbeFails, "Likely cause: The start-up probe failed 30 times: /healthz/startup answered 500")]
    [InlineData(Ailment.ProbeRedirects, "Likely cause: The start-up probe failed 30 times: /healthz/startup answered 302")]
    [InlineData(Ailment.ProbeTooSlow, "Likely cause: The readiness probe failed 30 times: /healthz/ready takes longer than the 3 s")]
    [InlineData(Ailment.OutOfStock, "Likely cause: No machine has room for an instance, which needs 2 cores, 4096 MB: too few GPUs")]
    [InlineData(Ailment.CrashLoop, "Likely cause: The program ends because something is missing in the image: ModuleNotFoundError")]
    [InlineData(Ailment.StuckWaiting, "Likely cause: Only 1 of 2 containers of an instance")]
    public async Task An_ailment_is_named_on_one_screen(Ailment ailment, string cause)
    {
        await CreateAsync(ailment);
        clock.Now += TimeSpan.FromMinutes(10);

        var answer = await Run("why", "iris");

        Assert.Equal((1, ""), (answer.Code, answer.Error));
        Assert.Equal("iris in cn-shanghai: Waiting, 0 of 2 instances run, version 1", answer.Lines[0]);
        Assert.StartsWith(cause, answer.Lines[1], StringComparison.Ordinal);
        Assert.Contains("What to change", answer.Lines);
        Assert.InRange(answer.Lines.Length, 6, 24);
        Assert.All(answer.Lines, static line => Assert.InRange(line.Length, 0, 300));
    }

    [Fact]
    public async Task A_service_that_runs_has_nothing_to_explain()
    {
        await CreateAsync(Ailment.None);

        var answer = await Run("why", "iris");

        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.Equal(["iris in cn-shanghai: Running, 2 of 2 instances run, version 1"], answer.Lines);
        Assert.Contains("The queue of the instances is full", (await Run("why", "iris", "--answer", "450")).Output);
    }

    [Fact]
    public async Task What_is_not_known_is_no_guess()
    {
        await CreateAsync(Ailment.UnknownState);
        Eas.Cloud.Happen("iris", "Warning", "Odd", "Something that nobody has seen");

        var answer = await Run("why", "iris");

        Assert.Equal(1, answer.Code);
        Assert.DoesNotContain("Likely cause", answer.Output, StringComparison.Ordinal);
        Assert.Equal(
            "No cause is known of what was seen. Looked at: the state of the service, 1 warning, 2 instances, "
            + "0 findings of the diagnosis, 1 line of the log",
            answer.Lines[1]);
        Assert.Contains("Something that nobody has seen", answer.Output, StringComparison.Ordinal);
        Assert.Contains("Now listening on: http://[::]:8000", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_not_known_is_said_to_be_so()
    {
        await CreateAsync(Ailment.None);

        var answer = await Run("why", "iris", "--answer", "502 Bad Gateway");

        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.StartsWith("No cause is known of what was seen.", answer.Lines[1], StringComparison.Ordinal);
        Assert.EndsWith("1 line of the log, the answer to the caller", answer.Lines[1], StringComparison.Ordinal);
        Assert.Contains("  answer: 502 Bad Gateway", answer.Lines);
    }

    [Fact]
    public async Task What_was_said_last_is_where_it_stands()
    {
        await CreateAsync(Ailment.StuckWaiting);
        foreach (var message in (string[])["dial tcp 10.0.0.7:8000: connect: connection refused", "statuscode: 503"])
        {
            Eas.Cloud.Happen("iris", "Warning", "Unhealthy", $"Readiness probe failed: {message}");
            clock.Now += TimeSpan.FromSeconds(10);
        }
        Eas.Cloud.Happen(
            "iris", "Warning", "Unhealthy", "Readiness probe failed: dial tcp 10.0.0.7:8000: connect: connection refused");

        var answer = await Run("why", "iris");

        Assert.StartsWith("Likely cause: Nothing answers on port 8000", answer.Lines[1], StringComparison.Ordinal);
        var seen = answer.Lines.Where(static line => line.Contains("probe failed:", StringComparison.Ordinal)).ToArray();
        Assert.Equal(2, seen.Length);
        Assert.Contains("2 times  Unhealthy: Readiness probe failed: dial tcp", seen[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(NameCase.Camel)]
    [InlineData(NameCase.Lower)]
    public async Task Names_may_be_spelled_in_another_way(NameCase spelled)
    {
        await CreateAsync(Ailment.OutOfMemory);
        Eas.Cloud.NameCase = spelled;

        Assert.Contains("killed for memory 6 times", (await Run("why", "iris")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warnings_of_an_earlier_version_do_not_count()
    {
        await CreateAsync(Ailment.None);
        Eas.Cloud.Happen("iris", "Warning", "Failed", "Failed to pull image \"acme/iris:0\": manifest unknown");
        clock.Now += TimeSpan.FromMinutes(5);
        await Client.UpdateServiceAsync("iris", Encoding.UTF8.GetBytes(Seen.Iris), Api.UpdateType.Merge);
        Eas.Cloud.Afflict("iris", Ailment.ProbeNotServed);

        var answer = await Run("why", "iris");

        Assert.Contains("/healthz/startup answered 404", answer.Lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain("manifest", answer.Output, StringComparison.Ordinal);
        Assert.Contains("1 warning of earlier versions left out", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_that_fails_is_explained_by_its_own_instances()
    {
        await CreateAsync(Ailment.None);
        await Client.UpdateServiceAsync("iris", Encoding.UTF8.GetBytes(Seen.Iris), Api.UpdateType.Merge);
        Eas.Cloud.Afflict("iris", Ailment.OutOfMemory);

        var answer = await Run("why", "iris");

        Assert.Equal("iris in cn-shanghai: Updating, 2 of 2 instances run, version 1 (the newest is 2)", answer.Lines[0]);
        Assert.StartsWith("Likely cause: A container was killed for memory 3 times", answer.Lines[1], StringComparison.Ordinal);
        Assert.Contains(answer.Lines, static line => line.StartsWith("  iris-2  Pending", StringComparison.Ordinal));
        Assert.Contains("  iris-0  Running, 2 of 2 containers ready, of an earlier version", answer.Lines);
    }

    [Theory]
    [InlineData("DescribeServiceEvent", "The events cannot be read")]
    [InlineData("ListServiceInstances", "The instances cannot be read")]
    [InlineData("DescribeServiceDiagnosis", "The diagnosis cannot be read")]
    [InlineData("DescribeServiceLog", "The log cannot be read")]
    public async Task What_cannot_be_read_is_said_and_the_rest_explained(string action, string says)
    {
        await CreateAsync(Ailment.StuckWaiting);
        Eas.Faults.Plan(action, Fault.Conflict);

        var answer = await Run("why", "iris");

        Assert.Equal(1, answer.Code);
        Assert.Contains(says, answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scripts_get_a_document()
    {
        await CreateAsync(Ailment.ProbeNotServed);

        using var document = JsonDocument.Parse((await Run("why", "iris", "--format", "json")).Output);

        var root = document.RootElement;
        Assert.Equal((1, "iris", "cn-shanghai", "Waiting", false), (
            root.GetProperty("version").GetInt32(),
            root.GetProperty("service").GetString(),
            root.GetProperty("region").GetString(),
            root.GetProperty("status").GetString(),
            root.GetProperty("ready").GetBoolean()));
        var cause = Assert.Single(root.GetProperty("causes").EnumerateArray());
        Assert.Equal("EAS1015", cause.GetProperty("rule").GetString());
        Assert.Equal("containers[0].startup_check.http_get.path (StartupProbe.Path)", cause.GetProperty("setting").GetString());
        var seen = root.GetProperty("seen").EnumerateArray().Select(static one => one.GetProperty("source").GetString()!).ToArray();
        Assert.Equal(["status", "event", "instance", "instance", "log"], seen);
    }

    [Fact]
    public async Task A_service_that_does_not_exist_is_one_line()
    {
        var answer = await Run("why", "nobody");

        Assert.Equal((2, ""), (answer.Code, answer.Output));
        Assert.Contains("There is no such service in cn-shanghai", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }

    public static TheoryData<string> Texts => [.. Attack.Texts];

    [Theory, MemberData(nameof(Texts))]
    public async Task Nothing_in_events_and_logs_is_obeyed(string text)
    {
        await CreateAsync(Seen.Iris.Replace("\"./iris\"", JsonSerializer.Serialize(text), StringComparison.Ordinal));
        Eas.Cloud.Afflict("iris", Ailment.CrashLoop);
        Eas.Cloud.Happen("iris", "Warning", text, $"Failed to pull image \"{text}\": {text}");
        Eas.Cloud.Write("iris", text);

        foreach (var format in new[] { "text", "json" })
        {
            OutputTests.ShouldObeyNothing(await Run("why", "iris", "--format", format));
            OutputTests.ShouldObeyNothing(await Run("status", "iris", "--format", format));
        }
        OutputTests.ShouldObeyNothing(await Run("logs", "iris"));
        OutputTests.ShouldObeyNothing(await Run("pull", "iris"));
    }

    private async Task CreateAsync(Ailment ailment)
    {
        await CreateAsync(Seen.Iris);
        Eas.Cloud.Afflict("iris", ailment);
    }
}
