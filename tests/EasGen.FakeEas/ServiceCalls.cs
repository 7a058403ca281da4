using System.Text.Json;
using System.Text.Json.Nodes;

namespace EasGen.FakeEas;

/// <summary>The calls, each as one line of the API reference.</summary>
internal static class ServiceCalls
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private const string One = "/api/v2/services/{region}/{name}";

    public static void Map(WebApplication app, Cloud cloud)
    {
        app.MapGet("/api/v2/services", (string? filter, int pageNumber, int pageSize) =>
        {
            var all = cloud.Services.Where(service => service.Name.Contains(filter ?? "", StringComparison.Ordinal)).ToArray();
            return Page("Services", all, pageNumber, pageSize, Describe);
        });
        app.MapPost("/api/v2/services", async (HttpRequest request) => ServiceAnswers.Created(Did(cloud.Create(
            await BodyAsync(request)))));
        app.MapGet(One, (string region, string name) => Describe(cloud.Get(region, name)));
        app.MapPut(One, async (string region, string name, string? updateType, HttpRequest request) =>
        {
            var service = cloud.Get(region, name);
            service.Update(await BodyAsync(request), replace: updateType == "replace");
            return Taken(service, "UpdateService");
        });
        app.MapPut($"{One}/version", async (string region, string name, HttpRequest request) =>
        {
            var service = cloud.Get(region, name);
            service.RollBack((await BodyAsync(request)).At("Version").Number() ?? 0);
            return Taken(service, "UpdateServiceVersion");
        });
        app.MapPut($"{One}/start", (string region, string name) => Act(
            region, name, "StartService", static service => service.IsStopped = false));
        app.MapPut($"{One}/stop", (string region, string name) => Act(region, name, "StopService", static service =>
        {
            service.RefuseIfLocked();
            service.IsStopped = true;
        }));
        app.MapDelete(One, (string region, string name) => Act(region, name, "DeleteService", cloud.Delete));
        app.MapGet($"{One}/versions", (string region, string name, int pageNumber, int pageSize) =>
            Page("Versions", ServiceAnswers.Versions(cloud.Get(region, name)), pageNumber, pageSize, static version => version));
        app.MapGet($"{One}/events", (string region, string name, string? eventType, int pageNum, int pageSize) =>
            Page("Events", ServiceAnswers.Events(cloud.Get(region, name), eventType), pageNum, pageSize, static happened => happened));
        app.MapGet($"{One}/instances", (string region, string name, int pageNumber, int pageSize) =>
            Page("Instances", ServiceAnswers.Instances(cloud.Get(region, name)), pageNumber, pageSize, static instance => instance));
        app.MapGet($"{One}/diagnosis", (string region, string name) => ServiceAnswers.Diagnosis(cloud.Get(region, name)));
        app.MapGet($"{One}/logs", (string region, string name, bool? previous, string? instanceName, string? keyword, int? pageSize) =>
            ServiceAnswers.Logs(cloud.Get(region, name), previous is true, instanceName, keyword, pageSize ?? 500));
        app.MapGet("/api/v2/public/instance_types", ServiceAnswers.MachineTypes);
        app.MapFallback(static () =>
        {
            throw new Refusal(404, "InvalidAction.NotFound", "Specified api is not found.");
        });

        JsonObject Describe(FakeService service) => ServiceAnswers.Describe(service, cloud.InternetEndpoint);

        FakeService Did(FakeService service)
        {
            cloud.Done.Enqueue($"CreateService {service.Name}");
            return service;
        }

        JsonObject Act(string region, string name, string action, Action<FakeService> act)
        {
            var service = cloud.Get(region, name);
            act(service);
            return Taken(service, action);
        }

        JsonObject Taken(FakeService service, string action)
        {
            cloud.Done.Enqueue($"{action} {service.Name}");
            return new() { ["RequestId"] = "FAKE", ["Message"] = $"{action} was taken" };
        }
    }

    private static JsonObject Page<T>(string key, IReadOnlyCollection<T> all, int number, int size, Func<T, JsonObject> item) => new()
    {
        [key] = new JsonArray([.. all.Skip((number - 1) * size).Take(size).Select(item)]),
        ["PageNumber"] = number,
        ["PageSize"] = size,
        ["TotalCount"] = all.Count,
    };

    private static async Task<JsonObject> BodyAsync(HttpRequest request)
    {
        try
        {
            if (await JsonNode.ParseAsync(request.Body, documentOptions: Strict) is not JsonObject body)
                throw new Refusal(400, "InvalidParameter", "The body is no JSON object.");
            if (body["metadata"] is not (null or JsonObject))
                throw new Refusal(400, "InvalidParameter", "The metadata are no JSON object.");
            return body;
        }
        catch (JsonException)
        {
            throw new Refusal(400, "InvalidParameter", "The body is no JSON object.");
        }
    }
}
