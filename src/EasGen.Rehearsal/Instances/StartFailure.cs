using EasGen.Rehearsal.Processes;

namespace EasGen.Rehearsal.Instances;

internal enum StartFailureKind
{
    DoesNotStart,
    Ended,
    StartupProbeFailed,
    KilledByLiveness,
    NotReadyInTime,
}

/// <summary>Why a container did not become ready, and what was seen of it just before.</summary>
/// <param name="Took">How long it had.</param>
/// <param name="Text">What happened.</param>
/// <param name="Listeners">The sockets it listened on, by the ports of the container.</param>
/// <param name="LastLines">The end of what it said.</param>
internal sealed record StartFailure(
    StartFailureKind Kind,
    RehearsedContainer Container,
    TimeSpan Took,
    string Text,
    IReadOnlyList<Listener> Listeners,
    IReadOnlyList<string> LastLines)
{
    /// <summary>The last answer of each probe.</summary>
    public required IReadOnlyList<ProbeRecord> Answers { get; init; }
}
