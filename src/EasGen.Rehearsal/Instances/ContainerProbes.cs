using EasGen.Rehearsal.Probing;
using static System.FormattableString;

namespace EasGen.Rehearsal.Instances;

/// <summary>The probes of a container, from its start to its end: the others begin when the startup probe has succeeded.</summary>
internal sealed class ContainerProbes(RehearsedContainer container, Timeline timeline, int instance)
{
    /// <summary>Asks a probe once.</summary>
    public required Func<RehearsedProbe, CancellationToken, Task<ProbeAnswer>> Ask { get; init; }

    /// <summary>Told whether the program has started.</summary>
    public required Action<bool> Started { get; init; }

    /// <summary>Told whether it takes requests.</summary>
    public required Action<bool> Ready { get; init; }

    /// <summary>Told whether it lives.</summary>
    public required Action<bool> Alive { get; init; }

    /// <summary>Told of a port at which nothing listens.</summary>
    public required Action<int> Refused { get; init; }

    /// <summary>Whether it will never be ready.</summary>
    public required Func<bool> HasFailed { get; init; }

    /// <summary>Whether it is to go.</summary>
    public required Func<bool> IsEnding { get; init; }

    public async Task RunAsync(TimeSpan started, CancellationToken end)
    {
        if (container.Startup is { } startup)
            await LoopOf(startup, Started).RunAsync(started, once: true, end);
        if (HasFailed())
            return;
        if (container.Readiness is null)
            Ready(true);
        await Task.WhenAll(
            container.Readiness is { } readiness ? LoopOf(readiness, Ready).RunAsync(started, once: false, end) : Task.CompletedTask,
            container.Liveness is { } liveness ? LoopOf(liveness, Alive).RunAsync(started, once: false, end) : Task.CompletedTask);
    }

    private ProbeLoop LoopOf(RehearsedProbe probe, Action<bool> decided)
    {
        ProbeAnswer? last = null;
        return new(probe, end => Ask(probe, end), timeline, instance)
        {
            Decided = decided,
            // As in Kubernetes, only readiness counts of an instance that is to go.
            IsOver = () => IsEnding() && probe.Kind != ProbeKind.Readiness,
            Answered = (answer, took) =>
            {
                // A person wants to read of what changes.
                if (answer.Text != last?.Text)
                    timeline.Add(instance, EventKind.Note, Invariant($"{probe.Name}: {answer.Text} ({took.TotalMilliseconds:0} ms)"));
                last = answer;
                if (answer.IsRefused)
                    Refused(probe.Port);
            },
        };
    }
}
