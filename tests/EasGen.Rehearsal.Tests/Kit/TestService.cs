using System.Text.Json.Nodes;

namespace EasGen.Rehearsal.Tests.Kit;

/// <summary>The service JSON of the test app, with quick probes, and its rehearsal.</summary>
internal static class TestService
{
    private static readonly string Folder = AppContext.BaseDirectory.Replace(
        "EasGen.Rehearsal.Tests", "EasGen.Rehearsal.TestApp", StringComparison.Ordinal);

    /// <summary>Options for a rehearsal that takes seconds.</summary>
    public static RehearsalOptions Quick(string path = "/", int rollouts = 0, double perSecond = 40, int instances = 2) => new()
    {
        WorkingDirectory = Folder,
        Rollouts = rollouts,
        Instances = instances,
        RequestsPerSecond = perSecond,
        SteadyTime = TimeSpan.FromSeconds(2),
        StartTimeout = TimeSpan.FromSeconds(20),
        Requests = [new(path)],
    };

    /// <summary>The JSON of a service with nothing wrong, whose program makes one mistake; a test changes what it is about.</summary>
    public static JsonObject Json(string fault = "", Action<JsonObject>? change = null)
    {
        var json = new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["name"] = "rehearsed",
                ["instance"] = 2,
                ["rpc"] = new JsonObject { ["enable_sigterm"] = true, ["keepalive"] = 2000 },
                ["rolling_strategy"] = new JsonObject { ["max_surge"] = "1", ["max_unavailable"] = "0" },
                ["eas.termination_grace_period"] = 15,
            },
            ["containers"] = new JsonArray(new JsonObject
            {
                ["image"] = "registry-vpc.cn-shanghai.aliyuncs.com/acme/rehearsed:1",
                ["command"] = $"dotnet EasGen.Rehearsal.TestApp.dll {fault}".TrimEnd(),
                ["port"] = 8000,
                ["startup_check"] = Probe(period: 1, failures: 30),
                ["health_check"] = Probe(period: 1, failures: 3),
                ["liveness_check"] = Probe(period: 1, failures: 3),
            }),
        };
        change?.Invoke(json);
        return json;
    }

    public static JsonObject Probe(int period, int failures, string path = "/health", int port = 8000) => new()
    {
        ["http_get"] = new JsonObject { ["path"] = path, ["port"] = port },
        ["initial_delay_seconds"] = 0,
        ["period_seconds"] = period,
        ["timeout_seconds"] = 3,
        ["success_threshold"] = 1,
        ["failure_threshold"] = failures,
    };

    public static readonly string[] Probes = ["startup_check", "health_check", "liveness_check"];

    public static void RemoveProbes(JsonObject json)
    {
        foreach (var probe in Probes)
            json.Container().Remove(probe);
    }

    public static JsonObject Container(this JsonObject json, int index = 0) => json["containers"]![index]!.AsObject();

    public static JsonObject Metadata(this JsonObject json) => json["metadata"]!.AsObject();

    /// <summary>The report, whether or not all went well.</summary>
    public static async Task<RehearsalReport> PlayAsync(JsonObject json, RehearsalOptions options, CancellationToken end = default)
    {
        var file = Path.Combine(Path.GetTempPath(), $"rehearsed-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(file, json.ToJsonString(), CancellationToken.None);
        try
        {
            return await EasRehearsal.RunFileAsync(file, options, end);
        }
        catch (RehearsalFailedException failed)
        {
            return failed.Report;
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>What was answered to a question.</summary>
    public static RehearsalAnswer Answer(this RehearsalReport report, string id) =>
        Assert.Single(report.Answers, answer => answer.Id == id);

    /// <summary>That a question has failed, and what it advises; no other question has.</summary>
    public static RehearsalAnswer OnlyFailure(this RehearsalReport report, string id)
    {
        var failed = Assert.Single(report.Answers, static answer => answer.Outcome == RehearsalOutcome.Failed);
        Assert.True(id == failed.Id, report.ToString());
        return failed;
    }

    /// <summary>That an answer advises to change a setting, and names the rule.</summary>
    public static void Advises(this RehearsalAnswer answer, string? setting, string? rule = null) => Assert.Contains(
        answer.Advice,
        advice => advice.Setting == setting && (rule is null || advice.Rule == rule));
}
