using System.Globalization;
using System.Text.Json.Nodes;

namespace EasGen.FakeEas;

/// <summary>What keeps a service from running.</summary>
public enum Ailment
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Nobody answers on the port.</summary>
    WrongPort,

    /// <summary>The image cannot be pulled.</summary>
    ImagePull,

    /// <summary>The container needs more memory than it has.</summary>
    OutOfMemory,

    /// <summary>The start-up probe's path is not served.</summary>
    ProbeNotServed,
}

/// <summary>A service with its versions.</summary>
internal sealed class FakeService
{
    private static int services;

    private readonly TimeProvider clock;
    private readonly List<(JsonObject Config, DateTimeOffset Since)> versions = [];

    public FakeService(string region, string name, JsonObject config, TimeProvider clock)
    {
        (Region, Name, this.clock) = (region, name, clock);
        Add(config);
    }

    /// <summary>A service that is created anew under its old name is another one.</summary>
    public string Id { get; } = string.Create(CultureInfo.InvariantCulture, $"eas-m-{Interlocked.Increment(ref services)}");

    public string Region { get; }

    public string Name { get; }

    public Ailment Ailment { get; set; }

    public bool IsLocked { get; set; }

    public bool IsStopped { get; set; }

    public int Latest => versions.Count;

    /// <summary>The version that runs: the one before the newest, as long as that starts.</summary>
    public int Current => IsStarting && Latest > 1 ? Latest - 1 : Latest;

    public JsonObject Config => versions[^1].Config;

    public IReadOnlyList<(JsonObject Config, DateTimeOffset Since)> Versions => versions;

    public int Instances => IsStopped ? 0 : Number(Config["metadata"]?["instance"]) ?? 1;

    public bool IsStarting => Ailment != Ailment.None || clock.GetUtcNow() < versions[^1].Since + StartUp(Config);

    public string Status => IsStopped ? "Stopped" : !IsStarting ? "Running" : Latest == 1 ? "Waiting" : "Updating";

    public void Update(JsonObject config, bool replace)
    {
        var next = replace ? (JsonObject)config.DeepClone() : Merge((JsonObject)Config.DeepClone(), config);
        Add(next);
    }

    public void RollBack(int version)
    {
        if (version <= 0 || version >= Latest)
            throw new Refusal(400, "InvalidVersion", $"Version {version} is not one before {Latest}.");
        Add((JsonObject)versions[version - 1].Config.DeepClone());
    }

    public void RefuseIfLocked()
    {
        if (IsLocked)
            throw new Refusal(403, "Forbidden.SafetyLock", $"The service {Name} is locked.");
    }

    public IEnumerable<(string Type, string Reason, string Message)> Events() => Ailment switch
    {
        Ailment.WrongPort => [("Warning", "Unhealthy", "Readiness probe failed: dial tcp 10.0.0.7:8000: connect: connection refused")],
        Ailment.ImagePull => [("Warning", "Failed", "Failed to pull image \"acme/iris:1\": pull access denied")],
        Ailment.OutOfMemory =>
        [
            ("Warning", "Failed", "Container worker0 was OOMKilled"), ("Warning", "BackOff", "Back-off restarting failed container"),
        ],
        Ailment.ProbeNotServed => [("Warning", "Unhealthy", "Startup probe failed: HTTP probe failed with statuscode: 404")],
        _ => [("Normal", "Started", "Started")],
    };

    private void Add(JsonObject config) => versions.Add((config, clock.GetUtcNow()));

    // Merged as EAS documents it: what the body lacks stays.
    private static JsonObject Merge(JsonObject into, JsonObject from)
    {
        foreach (var (key, value) in from)
            into[key] = value is JsonObject inner && into[key] is JsonObject outer
                ? Merge((JsonObject)outer.DeepClone(), inner)
                : value?.DeepClone();
        return into;
    }

    // The earliest moment at which the first probe that counts is green.
    private static TimeSpan StartUp(JsonObject config)
    {
        var container = config["containers"] is JsonArray { Count: > 0 } containers ? containers[0] : null;
        var probe = container?["startup_check"] ?? container?["health_check"];
        var (delay, period, successes) = (
            Number(probe?["initial_delay_seconds"]) ?? 0, Number(probe?["period_seconds"]) ?? 10, Number(probe?["success_threshold"]) ?? 1);
        return TimeSpan.FromSeconds(delay + ((successes - 1) * period));
    }

    private static int? Number(JsonNode? node) => node?.GetValueKind() switch
    {
        System.Text.Json.JsonValueKind.Number when node.AsValue().TryGetValue<int>(out var number) => number,
        System.Text.Json.JsonValueKind.String when int.TryParse(
            node.GetValue<string>(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}
