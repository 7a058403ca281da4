using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace EasGen.FakeEas;

/// <summary>The services of the one account that there is.</summary>
public sealed class Cloud(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, FakeService> services = new(StringComparer.Ordinal);

    /// <summary>All calls that were carried out, in their order, as <c>UpdateService iris</c>.</summary>
    public ConcurrentQueue<string> Done { get; } = new();

    /// <summary>Keeps a service from running, or heals it.</summary>
    public void Afflict(string name, Ailment ailment) => Get(name).Ailment = ailment;

    internal IEnumerable<FakeService> Services => services.Values.OrderBy(static service => service.Name, StringComparer.Ordinal);

    /// <summary>A service; null if there is none of that name.</summary>
    internal FakeService? Find(string name) => services.GetValueOrDefault(name);

    internal FakeService Get(string name) => Find(name) ?? throw Refusal.NotFound(name);

    internal FakeService Create(string region, JsonObject config)
    {
        var name = (string?)config["metadata"]?["name"] ?? (string?)config["name"]
            ?? throw new Refusal(400, "InvalidParameter", "The service has no name.");
        var service = new FakeService(region, name, config, clock);
        if (!services.TryAdd(name, service))
            throw new Refusal(409, "InvalidService.Duplicated", $"The service {name} exists.");
        return service;
    }

    internal void Delete(FakeService service)
    {
        service.RefuseIfLocked();
        services.TryRemove(service.Name, out _);
    }
}
