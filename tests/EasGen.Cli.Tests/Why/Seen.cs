using System.Text.Json;
using EasGen.Api;
using EasGen.Cli.Live;
using EasGen.Cli.Why;

namespace EasGen.Cli.Tests.Why;

/// <summary>What is seen of a service, without a server.</summary>
internal sealed record Seen
{
    public const string Iris = """
        {
          "metadata": { "name": "iris", "instance": 2, "cpu": 2, "memory": 4096, "resource": "eas-r-abc" },
          "containers": [{
            "image": "registry-vpc.cn-shanghai.aliyuncs.com/acme/iris:1", "port": 8000, "command": "./iris",
            "startup_check": { "http_get": { "path": "/healthz/startup", "port": 8000 }, "period_seconds": 10, "failure_threshold": 30 },
            "health_check": { "http_get": { "path": "/healthz/ready", "port": 8000 }, "timeout_seconds": 3 },
            "liveness_check": { "http_get": { "path": "/healthz/live", "port": 8000 } }
          }]
        }
        """;

    public string Config { get; init; } = Iris;

    public string Status { get; init; } = "Waiting";

    public int Running { get; init; }

    /// <summary>Reason and message, with a bar between them.</summary>
    public string[] Warnings { get; init; } = [];

    public ServiceInstance[] Instances { get; init; } = [Instance()];

    public string[] Log { get; init; } = [];

    public string[] PreviousLog { get; init; } = [];

    public string? Diagnosis { get; init; }

    public string? Answer { get; init; }

    public static ServiceInstance Instance(
        string status = "Pending", string? reason = null, int restarts = 0, string? last = null, int? ready = null) =>
        new("iris-0", status, reason, last is null ? null : JsonDocument.Parse(last).RootElement, restarts, ready, 2, true, false, null);

    public Evidence Evidence => new(new ObservedService(
        new EasServiceState
        {
            ServiceName = "iris",
            ServiceConfig = Config,
            Status = Status,
            RunningInstance = Running,
            TotalInstance = 2,
            CurrentVersion = 1,
            LatestVersion = 1,
        },
        "cn-shanghai"))
    {
        Warnings = [.. Warnings.Select(static text => text.Split('|', 2)).Select(static parts =>
            new ServiceEvent("2026-11-29 10:00:00", "Warning", parts[0], parts[1], "iris-0"))],
        Instances = Instances,
        Log = Log,
        PreviousLog = PreviousLog,
        Diagnoses = Diagnosis is null ? [] : [new(Diagnosis, null, null)],
        Answer = Answer,
    };

    public Explanation Explanation => EasGen.Cli.Why.Explanation.Of(Evidence);
}
