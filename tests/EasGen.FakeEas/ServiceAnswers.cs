using System.Globalization;
using System.Text.Json.Nodes;

namespace EasGen.FakeEas;

/// <summary>What the calls answer.</summary>
internal static class ServiceAnswers
{
    public static JsonObject Describe(FakeService service) => new()
    {
        ["ServiceName"] = service.Name,
        ["ServiceId"] = service.Id,
        ["Region"] = service.Region,
        ["ServiceConfig"] = AsServed(service).ToJsonString(),
        ["Status"] = service.Status,
        ["Reason"] = service.Status == "Running" ? "RUNNING" : "WAITING",
        ["Message"] = $"Service is {service.Status}",
        ["RunningInstance"] = service.Status == "Waiting" ? 0 : service.Instances,
        ["PendingInstance"] = service.Status == "Waiting" ? service.Instances : 0,
        ["TotalInstance"] = service.Instances,
        ["CurrentVersion"] = service.Current,
        ["LatestVersion"] = service.Latest,
        ["SafetyLock"] = service.IsLocked ? "dangerous" : "none",
        ["IntranetEndpoint"] = $"http://fake.vpc.{service.Region}.pai-eas.aliyuncs.com/api/predict/{service.Name}",
        ["AccessToken"] = "fake-token",
    };

    public static JsonObject Created(FakeService service) => new()
    {
        ["ServiceId"] = service.Id,
        ["ServiceName"] = service.Name,
        ["Region"] = service.Region,
        ["Status"] = "Creating",
        ["IntranetEndpoint"] = $"http://fake.vpc.{service.Region}.pai-eas.aliyuncs.com/api/predict/{service.Name}",
    };

    public static JsonObject[] Versions(FakeService service) =>
    [
        .. service.Versions.Select(static (version, index) => new JsonObject
        {
            ["ImageId"] = index + 1,
            ["BuildTime"] = version.Since.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["ImageAvailable"] = "true",
            ["ServiceRunnable"] = "true",
            ["ServiceConfig"] = version.Config.ToJsonString(),
        }).Reverse(),
    ];

    public static JsonObject[] Events(FakeService service, string? type) =>
    [
        .. from happened in service.Events()
           where type is null || happened.Type == type
           select new JsonObject
           {
               ["Time"] = service.Versions[^1].Since.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
               ["Type"] = happened.Type,
               ["Reason"] = happened.Reason,
               ["Message"] = happened.Message,
               ["Resource"] = $"{service.Name}-0",
           },
    ];

    public static JsonObject[] Instances(FakeService service) =>
    [
        .. Enumerable.Range(0, service.Instances).Select(index => new JsonObject
        {
            ["InstanceName"] = $"{service.Name}-{index}",
            ["Status"] = service.Status == "Running" ? "Running" : "Pending",
            ["RestartCount"] = service.Ailment == Ailment.OutOfMemory ? 3 : 0,
            ["LastState"] = service.Ailment == Ailment.OutOfMemory
                ? new JsonArray(new JsonObject { ["Reason"] = "OOMKilled", ["ExitCode"] = 137 })
                : new JsonArray(),
            // One more than the service says: EAS's own beside it.
            ["ReadyProcesses"] = service.Status == "Running" ? 2 : 1,
            ["TotalProcesses"] = 2,
            ["IsLatest"] = !service.IsStarting || service.Latest == 1,
            ["IsSpot"] = false,
        }),
    ];

    public static JsonObject Diagnosis(FakeService service) => new()
    {
        ["DiagnosisList"] = service.Ailment == Ailment.ImagePull
            ? new JsonArray(new JsonObject
            {
                ["Error"] = "Container worker0 failed to pull image.",
                ["Causes"] = new JsonArray("The image does not exist, or may not be pulled."),
                ["Advices"] = new JsonArray("Check the image and its credentials."),
            })
            : new JsonArray(),
    };

    public static JsonObject Logs(FakeService service, bool previous)
    {
        string[] lines = (service.Ailment, previous) switch
        {
            (Ailment.WrongPort, _) => ["Now listening on: http://[::]:8080"],
            (Ailment.OutOfMemory, true) => ["Loading the model", "Killed"],
            (Ailment.ImagePull, _) => [],
            _ => ["Now listening on: http://[::]:8000"],
        };
        return new() { ["Logs"] = new JsonArray([.. lines.Select(static line => JsonValue.Create(line))]), ["TotalCount"] = lines.Length };
    }

    public static JsonObject MachineTypes() => new()
    {
        ["InstanceMetas"] = new JsonArray(
            Machine("ecs.c7.large", 2, 4, "WithStock"),
            Machine("ecs.c7.xlarge", 4, 8, "WithStock"),
            Machine("ecs.gn6i-c4g1.xlarge", 4, 15, "NoStock")),
    };

    private static JsonObject Machine(string type, int cores, int memory, string stock) => new()
    {
        ["InstanceType"] = type,
        ["CPU"] = cores,
        ["Memory"] = memory,
        ["IsAvailable"] = true,
        ["StockStatus"] = stock,
    };

    // EAS adds keys of its own to what it was given, and fills in what the instance type says.
    private static JsonObject AsServed(FakeService service)
    {
        var config = (JsonObject)service.Config.DeepClone();
        config["name"] ??= service.Name;
        config["token"] ??= "fake-token";
        config["labels"] ??= new JsonObject();
        config["unit"] ??= null;
        if (config["metadata"] is not JsonObject metadata)
            return config;
        metadata["workspace_id"] ??= "1";
        metadata["qos"] ??= "";
        if (config["cloud"] is JsonObject { } cloud && cloud["computing"] is JsonObject { } computing && computing.Count > 0)
        {
            metadata["cpu"] ??= 2;
            metadata["memory"] ??= 4000;
        }
        return config;
    }
}
