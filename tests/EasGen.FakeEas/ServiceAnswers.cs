using System.Globalization;
using System.Text.Json.Nodes;

namespace EasGen.FakeEas;

/// <summary>What the calls answer.</summary>
internal static class ServiceAnswers
{
    public static JsonObject Describe(FakeService service, string? internet) => new()
    {
        ["ServiceName"] = service.Name,
        ["ServiceId"] = service.Id,
        ["Region"] = service.Region,
        ["ServiceConfig"] = AsServed(service).ToJsonString(),
        ["Status"] = service.Status,
        ["Reason"] = service.Status == "Running" ? "RUNNING" : "WAITING",
        ["Message"] = $"Service is {service.Status}",
        ["RunningInstance"] = service.IsServing ? service.Instances : 0,
        ["PendingInstance"] = service.IsServing ? 0 : service.Instances,
        ["TotalInstance"] = service.Instances,
        ["CurrentVersion"] = service.Current,
        ["LatestVersion"] = service.Latest,
        ["SafetyLock"] = service.IsLocked ? "dangerous" : "none",
        ["IntranetEndpoint"] = $"http://fake.vpc.{service.Region}.pai-eas.aliyuncs.com/api/predict/{service.Name}",
        ["InternetEndpoint"] = internet,
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
               ["Time"] = happened.Time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
               ["Type"] = happened.Type,
               ["Reason"] = happened.Reason,
               ["Message"] = happened.Message,
               ["Resource"] = $"{service.Name}-0",
           },
    ];

    // Beside those of the version before it, one of the newest starts.
    public static JsonObject[] Instances(FakeService service) => !service.IsStarting
        ? [.. Enumerable.Range(0, service.Instances).Select(index => Running(service, index, isLatest: true))]
        : service.Latest == 1
            ? [.. Enumerable.Range(0, service.Instances).Select(index => Starting(service, index))]
            :
            [
                .. Enumerable.Range(0, service.Instances).Select(index => Running(service, index, isLatest: false)),
                Starting(service, service.Instances),
            ];

    private static JsonObject Running(FakeService service, int index, bool isLatest) => Instance(service, index, "Running", 2, isLatest);

    private static JsonObject Starting(FakeService service, int index)
    {
        var course = service.Course;
        var instance = Instance(service, index, "Pending", course.Reason == "Pending" ? 0 : 1, isLatest: true);
        instance["Reason"] = course.Reason;
        if (course.End is { } end)
        {
            instance["RestartCount"] = end.Restarts;
            instance["LastState"] = new JsonArray(new JsonObject { ["Reason"] = end.Reason, ["ExitCode"] = end.ExitCode });
        }
        return instance;
    }

    private static JsonObject Instance(FakeService service, int index, string status, int ready, bool isLatest) => new()
    {
        ["InstanceName"] = $"{service.Name}-{index}",
        ["Status"] = status,
        ["RestartCount"] = 0,
        ["LastState"] = new JsonArray(),
        // One more than the service says: EAS's own beside it.
        ["ReadyProcesses"] = ready,
        ["TotalProcesses"] = 2,
        ["IsLatest"] = isLatest,
        ["IsSpot"] = false,
    };

    public static JsonObject Diagnosis(FakeService service) => new()
    {
        ["DiagnosisList"] = service.Course.Diagnosis is { } error
            ? new JsonArray(new JsonObject
            {
                ["Error"] = error,
                ["Causes"] = new JsonArray("The image does not exist, or may not be pulled."),
                ["Advices"] = new JsonArray("Check the image and its credentials."),
            })
            : new JsonArray(),
    };

    public static JsonObject Logs(FakeService service, bool previous, string? instance, string? keyword, int size)
    {
        string[] all = previous ? service.Course.PreviousLog : [.. service.Course.Log, .. service.Written];
        if (instance is not null && Instances(service).All(one => one["InstanceName"].Text() != instance))
            all = [];
        var lines = all.Where(line => line.Contains(keyword ?? "", StringComparison.Ordinal)).TakeLast(size);
        return new() { ["Logs"] = new JsonArray([.. lines.Select(static line => JsonValue.Create(line))]), ["TotalCount"] = all.Length };
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
