using System.Text.Json;
using System.Text.Json.Nodes;

namespace EasGen.Benchmarks.Checking;

/// <summary>Service files of every size: one to four containers, mounts, probes, variables; every tenth with a fault.</summary>
internal static class GeneratedFiles
{
    private const int LargeVariables = 580_000;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static void Write(string folder, int count)
    {
        for (var index = 0; index < count; index++)
            File.WriteAllText(Path.Combine(folder, $"service_{index:D5}.json"), Service(index).ToJsonString(Indented));
    }

    /// <summary>A service of 50 MB, with more variables than anybody has.</summary>
    public static void WriteLarge(string path)
    {
        var service = Service(0);
        service["containers"]![0]!["env"] = List(LargeVariables, static variable => new JsonObject
        {
            ["name"] = $"VARIABLE_{variable}",
            ["value"] = $"value {variable}",
        });
        using var file = File.Create(path);
        using var writer = new Utf8JsonWriter(file, new() { Indented = true });
        service.WriteTo(writer);
    }

    private static JsonObject Service(int index) => new()
    {
        ["metadata"] = new JsonObject
        {
            ["name"] = $"service_{index}",
            ["instance"] = (index % 7) + 1,
            ["rpc"] = new JsonObject { ["keepalive"] = 5000, ["enable_sigterm"] = true },
            ["eas.termination_grace_period"] = 30 + (index % 30),
            ["rolling_strategy"] = new JsonObject { ["max_surge"] = 1, ["max_unavailable"] = 0 },
        },
        ["cloud"] = new JsonObject
        {
            ["computing"] = new JsonObject
            {
                ["instances"] = List(
                1 + (index % 5),
                type => new JsonObject { ["type"] = $"ecs.c{6 + type}.large" })
            },
        },
        ["containers"] = List(1 + (index % 4), container => Container(index, container)),
        ["storage"] = List(index % 6, mount => new JsonObject
        {
            ["mount_path"] = $"/models/{mount}",
            ["oss"] = new JsonObject { ["path"] = $"oss://acme-models/{index}/{mount}/", ["readOnly"] = true },
        }),
    };

    private static JsonObject Container(int index, int container) => new()
    {
        ["image"] = $"registry-vpc.cn-shanghai.aliyuncs.com/acme/service:{index}.{container}",
        ["port"] = container == 0 && index % 10 == 0 ? 8080 : 8000 + container,
        ["command"] = "./service --all",
        ["env"] = List(index % 9, variable => new JsonObject { ["name"] = $"SETTING_{variable}", ["value"] = $"value {index} {variable}" }),
        ["health_check"] = new JsonObject
        {
            ["http_get"] = new JsonObject { ["path"] = "/healthz/ready", ["port"] = 8000 + container },
            ["initial_delay_seconds"] = 5,
            ["period_seconds"] = 10,
            ["timeout_seconds"] = 3,
            ["success_threshold"] = 1,
            ["failure_threshold"] = 3,
        },
    };

    private static JsonArray List(int count, Func<int, JsonNode> item) => [.. Enumerable.Range(0, count).Select(item)];
}
