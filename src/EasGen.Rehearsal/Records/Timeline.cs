using System.Collections.Concurrent;
using System.Diagnostics;

namespace EasGen.Rehearsal.Records;

internal enum EventKind
{
    Act,
    Note,
    Started,
    Ready,
    NotReady,
    Terminating,
    Killed,
    Ended,
}

/// <summary>Something that happened.</summary>
/// <param name="At">The time since the rehearsal began.</param>
/// <param name="Instance">The instance it happened to; null for the service as a whole.</param>
internal sealed record TimelineEvent(TimeSpan At, int? Instance, EventKind Kind, string Text);

/// <summary>One answer of a probe.</summary>
/// <param name="At">When it was asked, since the rehearsal began.</param>
/// <param name="Took">How long it took.</param>
internal sealed record ProbeRecord(TimeSpan At, TimeSpan Took, int Instance, RehearsedProbe Probe, ProbeAnswer Answer);

/// <summary>What a probe was answered.</summary>
/// <param name="Succeeded">As EAS judges it.</param>
/// <param name="Status">The HTTP status; null where there was none.</param>
/// <param name="Text">The answer in words.</param>
internal sealed record ProbeAnswer(bool Succeeded, int? Status, string Text)
{
    /// <summary>True when nothing listens where the probe calls.</summary>
    public bool IsRefused { get; init; }
}

/// <summary>All that happened, in its order.</summary>
/// <param name="shown">Makes a text fit to be shown, without secrets and control signs.</param>
/// <param name="watcher">Told of what happens, while it does; null for no watcher.</param>
internal sealed class Timeline(Func<string, string> shown, Action<TimelineEvent>? watcher)
{
    private Action<TimelineEvent>? watcher = watcher;
    private readonly long start = Stopwatch.GetTimestamp();
    private readonly ConcurrentQueue<TimelineEvent> events = new();
    private readonly ConcurrentQueue<ProbeRecord> probes = new();
    private readonly object watching = new();

    /// <summary>Makes a text fit to be shown.</summary>
    public Func<string, string> Shown => shown;

    public TimeSpan Now => Stopwatch.GetElapsedTime(start);

    public IEnumerable<TimelineEvent> Events => events;

    public IEnumerable<ProbeRecord> Probes => probes;

    public void Add(int? instance, EventKind kind, string text)
    {
        lock (watching)
        {
            var added = new TimelineEvent(Now, instance, kind, shown(text));
            events.Enqueue(added);
            Tell(added);
        }
    }

    // Whoever watches may have gone, as a pager that was closed; the rehearsal goes on to its end all the same.
    private void Tell(TimelineEvent added)
    {
        try
        {
            watcher?.Invoke(added);
        }
        catch (IOException)
        {
            watcher = null;
        }
    }

    public void Add(ProbeRecord probe) => probes.Enqueue(probe with { Answer = probe.Answer with { Text = shown(probe.Answer.Text) } });
}
