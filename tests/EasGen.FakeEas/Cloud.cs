using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace EasGen.FakeEas;

/// <summary>The services of the one account that there is.</summary>
public sealed class Cloud(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, FakeService> services = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Ailment> ailments = new(StringComparer.Ordinal);

    /// <summary>
    /// The region of a service that is created and names none: a call that creates does not name one either, as its host does, which
    /// is none here. It is the one that was asked for last.
    /// </summary>
    public string Region { get; set; } = "cn-fake";

    /// <summary>All calls that were carried out, in their order, as <c>UpdateService iris</c>.</summary>
    public ConcurrentQueue<string> Done { get; } = new();

    /// <summary>All calls that were allowed in, in their order, as <c>DescribeService</c>.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>What it says of the address of its services on the Internet, which they do not have: nothing, or an empty text.</summary>
    public string? InternetEndpoint { get; set; }

    /// <summary>How the names in answers are spelled.</summary>
    public NameCase NameCase { get; set; }

    /// <summary>Writes a line into the log of a service.</summary>
    public void Write(string name, string line) => Get(name).Written.Enqueue(line);

    /// <summary>Lets something happen to a service, now.</summary>
    public void Happen(string name, string type, string reason, string message) =>
        Get(name).Happened.Enqueue(new(clock.GetUtcNow(), type, reason, message));

    /// <summary>Locks a service against stopping and deleting, or unlocks it.</summary>
    public void Lock(string name, bool isLocked = true) => Get(name).IsLocked = isLocked;

    /// <summary>Keeps a service from running, or heals it; also one that is created later.</summary>
    public void Afflict(string name, Ailment ailment)
    {
        ailments[name] = ailment;
        if (Find(name) is { } service)
            service.Ailment = ailment;
    }

    internal IEnumerable<FakeService> Services => services.Values.OrderBy(static service => service.Name, StringComparer.Ordinal);

    /// <summary>A service, in whatever region; null if there is none of that name.</summary>
    internal FakeService? Find(string name) => Services.FirstOrDefault(service => service.Name == name);

    internal FakeService Get(string name) => Find(name) ?? throw Refusal.NotFound(name);

    /// <summary>A service in the region that is asked for.</summary>
    internal FakeService Get(string region, string name)
    {
        Region = region;
        return services.GetValueOrDefault(Key(region, name)) ?? throw Refusal.NotFound(name);
    }

    internal FakeService Create(JsonObject config)
    {
        var region = config.At("metadata").At("region").Text() ?? Region;
        var name = config.At("metadata").At("name").Text() ?? config.At("name").Text()
            ?? throw new Refusal(400, "InvalidParameter", "The service has no name.");
        var service = new FakeService(region, name, config, clock) { Ailment = ailments.GetValueOrDefault(name) };
        if (!services.TryAdd(Key(region, name), service))
            throw new Refusal(409, "InvalidService.Duplicated", $"The service {name} exists.");
        return service;
    }

    internal void Delete(FakeService service)
    {
        service.RefuseIfLocked();
        if (service.Ailment is Ailment.Undeletable or Ailment.DeleteFails)
            service.IsGoing = true;
        else
            services.TryRemove(Key(service.Region, service.Name), out _);
    }

    private static string Key(string region, string name) => $"{region}/{name}";
}
