using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace EasGen.FakeEas;

/// <summary>Something that happened to a service.</summary>
internal sealed record FakeEvent(DateTimeOffset Time, string Type, string Reason, string Message);

/// <summary>A service with its versions.</summary>
internal sealed class FakeService
{
    // In seconds: nobody waits longer, whatever the numbers say.
    private const double Longest = 1e6;

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

    public int Instances => IsStopped ? 0 : Math.Max(Config.At("metadata").At("instance").Number() ?? 1, 0);

    public bool IsStarting =>
        Ailment is not (Ailment.None or Ailment.Undeletable or Ailment.DeleteFails) || clock.GetUtcNow() < versions[^1].Since + StartUp();

    /// <summary>Whether somebody has deleted it, and it is still there.</summary>
    public bool IsGoing { get; set; }

    public string Status => IsGoing ? (Ailment == Ailment.DeleteFails ? "DeleteFailed" : "Stopping")
        : IsStopped ? "Stopped" : Course.Status ?? (!IsStarting ? "Running" : Latest == 1 ? "Waiting" : "Updating");

    /// <summary>Whether its instances run: those of the version before it do while it starts.</summary>
    public bool IsServing => !IsStarting || Latest > 1;

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

    /// <summary>How it fares.</summary>
    public Course Course => Course.Of(Ailment, Container.At("port").Number() ?? 8000);

    /// <summary>Lines that somebody wrote into its log.</summary>
    public ConcurrentQueue<string> Written { get; } = new();

    /// <summary>What somebody let happen to it.</summary>
    public ConcurrentQueue<FakeEvent> Happened { get; } = new();

    /// <summary>What happened to it, the newest first.</summary>
    public IEnumerable<FakeEvent> Events()
    {
        var (since, course) = (versions[^1].Since, Course);
        var warnings = course.Warnings.Select(warning => new FakeEvent(since, "Warning", warning.Reason, warning.Message)).ToList();
        for (var i = 1; course.IsOfProbe && i < Failures; i++)
            warnings.Add(warnings[^1] with { Time = since + (i * Period) });
        return [.. Happened.Reverse(), .. warnings.AsEnumerable().Reverse(), new(since, "Normal", "Started", "Started")];
    }

    // So many periods have passed, and after so many failures it is over.
    private int Failures => Math.Clamp(
        (int)((clock.GetUtcNow() - versions[^1].Since) / Period), 1, Number("failure_threshold", usual: 3, least: 1));

    private TimeSpan Period => TimeSpan.FromSeconds(Number("period_seconds", usual: 10, least: 1));

    private JsonNode? Container => Config.At("containers").First();

    private JsonNode? Probe => Container.At("startup_check") ?? Container.At("health_check");

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
    private TimeSpan StartUp() => TimeSpan.FromSeconds(
        Math.Min(Longest, Number("initial_delay_seconds", 0, 0) + ((Number("success_threshold", 1, 1) - 1) * Period.TotalSeconds)));

    private int Number(string key, int usual, int least) => Math.Max(Probe.At(key).Number() ?? usual, least);
}
