namespace EasGen.Cli.Why;

/// <summary>Where something was said.</summary>
[Flags]
internal enum Source
{
    /// <summary>The state of the service.</summary>
    Status = 1,

    /// <summary>A warning among the events.</summary>
    Event = 2,

    /// <summary>The state of an instance.</summary>
    Instance = 4,

    /// <summary>How a container of an instance ended before.</summary>
    LastState = 8,

    /// <summary>What EAS thinks.</summary>
    Diagnosis = 16,

    /// <summary>The log of the containers that run.</summary>
    Log = 32,

    /// <summary>The log of a container before it was started again.</summary>
    PreviousLog = 64,

    /// <summary>What a caller of the service was answered.</summary>
    Answer = 128,
}

/// <summary>Something that was said of a service, word by word.</summary>
/// <param name="Source">Where it was said.</param>
/// <param name="Text">The words, of unknown origin.</param>
internal sealed record Observation(Source Source, string Text)
{
    /// <summary>When it was said first; null when that is not known.</summary>
    public string? Time { get; init; }

    /// <summary>The instance that it is about; null for the service.</summary>
    public string? Instance { get; init; }

    /// <summary>How often it was said, or happened.</summary>
    public int Count { get; init; } = 1;
}
