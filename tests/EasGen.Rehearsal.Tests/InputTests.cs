using System.Diagnostics;
using System.Text.Json.Nodes;
using EasGen.Rehearsal.Tests.Kit;

namespace EasGen.Rehearsal.Tests;

/// <summary>What cannot be rehearsed is said before anything runs, with the way out.</summary>
public class InputTests
{
    [Fact]
    public Task A_program_that_is_not_here() => Refused(
        TestService.Json("", static json => json.Container()["command"] = "no-such-program --serve"),
        TestService.Quick(),
        "'no-such-program' is not on this machine; install it, or name what starts it here with --command \"dotnet X.dll\"");

    [Fact]
    public async Task A_dll_that_is_not_here()
    {
        var json = TestService.Json("", static json => json.Container()["command"] = "dotnet Missing.dll");

        var refused = await Assert.ThrowsAsync<RehearsalException>(() => TestService.PlayAsync(json, TestService.Quick()));

        Assert.Matches("^'Missing.dll' is not in '.*'; build the project, or name what starts it here with --command ", refused.Message);
    }

    [Fact]
    public Task A_container_that_does_not_say_how_it_starts() => Refused(
        TestService.Json("", static json => json.Container().Remove("command")),
        TestService.Quick(),
        "Container 0 has neither a command nor a script, so its image decides what runs; "
            + "name what starts it here with --command \"dotnet X.dll\"");

    [Fact]
    public Task A_sidecar_that_does_not_say_how_it_starts() => Refused(
        TestService.Json("", static json => json["containers"]!.AsArray().Add(new JsonObject { ["image"] = "r/sidecar:1" })),
        TestService.Quick(),
        "Container 1 has neither a command nor a script, so its image decides what runs; "
            + "name what starts it here with --command-1 \"dotnet X.dll\"");

    [Fact]
    public Task A_processor() => Refused(
        new JsonObject
        {
            ["metadata"] = new JsonObject { ["name"] = "scored", ["instance"] = 1 },
            ["processor"] = "pmml",
            ["model_path"] = "http://example.com/model.pmml",
        },
        TestService.Quick(),
        "'scored' has no container: a processor runs inside of EAS and cannot be rehearsed; only containers can");

    [Fact]
    public Task A_job() => Refused(
        TestService.Json("", static json => json.Metadata()["workload_type"] = "elasticjob"),
        TestService.Quick(),
        "'rehearsed' is a job (elasticjob), which ends by itself and answers no calls; only services can be rehearsed");

    [Fact]
    public Task A_mount_that_the_service_has_not() => Refused(
        TestService.Json(),
        new() { Mounts = new Dictionary<string, string> { ["/models"] = "." } },
        "The service has no mounts, so '/models' is none");

    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    public Task Too_many_or_no_instances(int instances) => Refused(
        TestService.Json(),
        TestService.Quick(instances: instances),
        FormattableString.Invariant($"{instances} instances do not fit here; use 1 to 16"));

    [Theory]
    [InlineData("health")]
    [InlineData("//elsewhere/health")]
    public Task A_path_without_one_slash(string path) =>
        Refused(TestService.Json(), TestService.Quick(path), $"The path '{path}' does not start with one '/'");

    [Fact]
    public Task A_media_type_that_is_none() => Refused(
        TestService.Json(),
        TestService.Quick() with { Requests = [new("/", "{}"u8.ToArray(), "json")] },
        "'json' is not a media type; write one such as application/json");

    [Fact]
    public async Task Containers_beside_the_first_run_too()
    {
        var json = TestService.Json("", static json => json["containers"]!.AsArray().Add(new JsonObject
        {
            ["image"] = "r/sidecar:1",
            ["script"] = "echo started; sleep 1000",
            ["startup_check"] = Command("true"),
            ["liveness_check"] = Command("true"),
        }));

        var report = await TestService.PlayAsync(json, TestService.Quick());

        Assert.True(report.HasPassed, report.ToString());
    }

    [Fact]
    public async Task A_command_that_is_a_probe_is_run()
    {
        var json = TestService.Json("", static json => json.Container()["startup_check"] = Command("false"));

        var failed = (await TestService.PlayAsync(json, TestService.Quick())).OnlyFailure("in-time");

        Assert.Equal("has not started after 2 s; at last startup_check was answered: exit code 1", failed.Finding);
    }

    [Fact]
    public async Task Whoever_interrupts_it_leaves_no_process_behind()
    {
        using var end = new CancellationTokenSource();
        var name = $"of-{Guid.NewGuid():N}";
        var json = TestService.Json("", json => json.Container()["env"] =
            new JsonArray(new JsonObject { ["name"] = "NAME_OF_THIS", ["value"] = name }));

        var playing = TestService.PlayAsync(json, TestService.Quick() with { SteadyTime = TimeSpan.FromMinutes(5) }, end.Token);
        while (!playing.IsCompleted && !(await EnvironmentsAsync()).Contains(name, StringComparison.Ordinal))
            await Task.Delay(100);
        Assert.False(playing.IsCompleted);
        await end.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => playing);
        Assert.DoesNotContain(name, await EnvironmentsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_secret_of_the_service_is_shown()
    {
        var json = TestService.Json("exits", static json => json.Container()["env"] =
            new JsonArray(new JsonObject { ["name"] = "API_KEY", ["value"] = "hunter2hunter2" }));
        json.Container()["command"] = null;
        json.Container()["script"] = "echo key is $API_KEY; exit 1";

        var report = await TestService.PlayAsync(json, TestService.Quick());

        Assert.Contains("key is ***", report.OnlyFailure("runs").Finding, StringComparison.Ordinal);
        foreach (var text in new[] { report.ToString(), report.ToJson(), report.ToJUnit(), report.ToSvg() })
            Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
    }

    private static JsonObject Command(string program) => new()
    {
        ["exec"] = new JsonObject { ["command"] = new JsonArray(program) },
        ["initial_delay_seconds"] = 0,
        ["period_seconds"] = 1,
        ["timeout_seconds"] = 1,
        ["success_threshold"] = 1,
        ["failure_threshold"] = 2,
    };

    private static async Task Refused(JsonObject json, RehearsalOptions options, string message)
    {
        var refused = await Assert.ThrowsAsync<RehearsalException>(() => TestService.PlayAsync(json, options));

        Assert.Equal(message, refused.Message);
    }

    // What is there of all processes of this user.
    private static async Task<string> EnvironmentsAsync()
    {
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh")
        {
            ArgumentList = { "-c", "cat /proc/[0-9]*/environ 2>/dev/null || true" },
            RedirectStandardOutput = true,
        })!;
        return await shell.StandardOutput.ReadToEndAsync();
    }
}
