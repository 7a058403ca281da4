using EasGen.Api;
using EasGen.Cli.Live;
using EasGen.Cli.Terminal;

namespace EasGen.Cli.Why;

/// <summary>All that was read of a service, before anybody concludes anything from it.</summary>
/// <param name="Service">The service.</param>
internal sealed record Evidence(ObservedService Service)
{
    /// <summary>The warnings since its newest version, the first one first.</summary>
    public IReadOnlyList<ServiceEvent> Warnings { get; init; } = [];

    /// <summary>How many warnings are older than that.</summary>
    public int OlderWarnings { get; init; }

    public IReadOnlyList<ServiceInstance> Instances { get; init; } = [];

    public IReadOnlyList<Diagnosis> Diagnoses { get; init; } = [];

    public IReadOnlyList<string> Log { get; init; } = [];

    /// <summary>The log of the container that was started again most often, before it was.</summary>
    public IReadOnlyList<string> PreviousLog { get; init; } = [];

    /// <summary>What a caller was answered; null when nobody says.</summary>
    public string? Answer { get; init; }

    /// <summary>What could not be read, and why.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>How often a container was started again.</summary>
    public int Restarts => Instances.Sum(static instance => Math.Max(instance.RestartCount, 0));

    /// <summary>What was said, in the order in which a cause is looked for.</summary>
    public IReadOnlyList<Observation> Observations => field ??= [.. Observe()];

    /// <summary>What was looked at, for whoever gets no answer.</summary>
    public string LookedAt => string.Join(", ",
    [
        "the state of the service",
        Plain.Number(Warnings.Count, "warning"),
        Plain.Number(Instances.Count, "instance"),
        Plain.Number(Diagnoses.Count, "finding") + " of the diagnosis",
        Plain.Number(Log.Count + PreviousLog.Count, "line") + " of the log",
        .. Answer is null ? Array.Empty<string>() : ["the answer to the caller"],
    ]);

    private IEnumerable<Observation> Observe()
    {
        var state = Service.State;
        yield return new(Source.Status, Words(state.Status, state.Reason, state.Message));
        // What is said again and again stands where it was said last.
        var warnings = Warnings.Index().GroupBy(static one => Words(one.Item.Reason, one.Item.Message), StringComparer.Ordinal);
        foreach (var same in warnings.OrderBy(static same => same.Last().Index))
        {
            var first = same.First().Item;
            yield return new(Source.Event, same.Key) { Time = first.Time, Instance = first.Resource, Count = same.Count() };
        }
        foreach (var instance in Instances)
        {
            yield return new(Source.Instance, Words(instance.Status, instance.Reason)) { Instance = instance.InstanceName };
            if (LastState.TextOf(instance.LastState) is { Length: > 0 } last)
                yield return new(Source.LastState, last)
                {
                    Instance = instance.InstanceName,
                    Count = Math.Max(instance.RestartCount, 1),
                };
        }
        foreach (var diagnosis in Diagnoses)
            yield return new(Source.Diagnosis, Words([diagnosis.Error, .. diagnosis.Causes ?? []]));
        foreach (var line in PreviousLog)
            yield return new(Source.PreviousLog, line);
        foreach (var line in Log)
            yield return new(Source.Log, line);
        if (Answer is not null)
            yield return new(Source.Answer, Answer);
    }

    private static string Words(params IEnumerable<string?> words) =>
        string.Join(": ", words.Where(static word => !string.IsNullOrWhiteSpace(word)));
}
