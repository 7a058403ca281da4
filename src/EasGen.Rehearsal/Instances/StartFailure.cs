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
/// <param name="Text">What happened.</param>
/// <param name="Listeners">The sockets it listened on, by the ports of the container.</param>
/// <param name="LastLines">The end of what it said.</param>
internal sealed record StartFailure(
    StartFailureKind Kind,
    RehearsedContainer Container,
    string Text,
    IReadOnlyList<Listener> Listeners,
    IReadOnlyList<string> LastLines)
{
    /// <summary>True when the program ended because another one has its port.</summary>
    public bool IsAboutPort => Kind == StartFailureKind.Ended && LastLines.Any(static line =>
        line.Contains("already in use", StringComparison.OrdinalIgnoreCase) || line.Contains("EADDRINUSE", StringComparison.Ordinal));

    /// <summary>True when the program listens on its own port, whatever it was told, or waits for it, as another program has it.</summary>
    public required bool NeedsItsPort { get; init; }

    /// <summary>The last answer of each probe.</summary>
    public required IReadOnlyList<ProbeRecord> Answers { get; init; }
}
