using EasGen.Rehearsal.Acts;
using EasGen.Rehearsal.Traffic;

namespace EasGen.Rehearsal.Reports;

/// <summary>An instance as it was seen.</summary>
internal sealed record InstanceRecord(
    int Number, TimeSpan StartedAt, TimeSpan? ReadyAt, TimeSpan? TerminatingAt, TimeSpan? EndedAt, bool WasKilled, int Restarts);

/// <summary>All that was seen, when it is over.</summary>
internal sealed record RehearsalRecord(
    string Service,
    int Seed,
    TimeSpan Duration,
    IReadOnlyList<InstanceRecord> Instances,
    IReadOnlyList<TimelineEvent> Events,
    IReadOnlyList<ProbeRecord> Probes,
    IReadOnlyList<Exchange> Exchanges)
{
    public static RehearsalRecord Of(Stage stage) => new(
        stage.Service.Name,
        stage.Options.Seed,
        stage.Timeline.Now,
        [.. stage.All.Select(static instance => new InstanceRecord(
            instance.Number,
            instance.StartedAt,
            instance.ReadyAt,
            instance.Departure?.At,
            instance.EndedAt,
            instance.Departure?.WasKilled is true,
            instance.Containers.Sum(static container => container.Restarts)))],
        [.. stage.Timeline.Events],
        [.. stage.Timeline.Probes],
        [.. stage.Router.Exchanges]);
}
