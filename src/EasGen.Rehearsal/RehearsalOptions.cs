namespace EasGen;

/// <summary>How a service is rehearsed. What is left out comes from its service JSON.</summary>
public sealed record RehearsalOptions
{
    /// <summary>
    /// What starts the first container here, such as <c>dotnet Iris.dll</c>, in words and without a shell. Unset: the command or the
    /// script of the container.
    /// </summary>
    public string? Command { get; init; }

    /// <summary>What starts the other containers, by their index in the JSON. One that is missing here starts by its own line.</summary>
    public IReadOnlyDictionary<int, string> SidecarCommands { get; init; } = new Dictionary<int, string>();

    /// <summary>The folder that the programs start in. Unset: that of the artifact, or the one above it that has the program.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Variables that the programs get beside those of the service JSON, or in their place.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Local folders that stand for mounts: by the mount path, such as <c>/models</c>, the folder here. The path is replaced in variables
    /// and start lines; a path that is written in code cannot be.
    /// </summary>
    public IReadOnlyDictionary<string, string> Mounts { get; init; } = new Dictionary<string, string>();

    /// <summary>Which network the instances are in. Default: that of this machine, as long as it has room for their ports.</summary>
    public RehearsalNetwork Network { get; init; }

    /// <summary>How many instances run, 1 to 16. Unset: as many as in the service JSON, but 2 at most.</summary>
    public int? Instances { get; init; }

    /// <summary>How many rollouts are played one after another, 0 to 100. Default: 3.</summary>
    public int Rollouts { get; init; } = 3;

    /// <summary>
    /// How many requests a second come in, from above 0 to 10,000. Unset: the rate limit of the service JSON, but 100 at most; 20 where it
    /// has none.
    /// </summary>
    public double? RequestsPerSecond { get; init; }

    /// <summary>
    /// The requests that are sent, one after the other and again from the first; each has to be answered with a success. Empty: GET /, for
    /// which any answer counts but a failure of the server.
    /// </summary>
    public IReadOnlyList<RehearsalRequest> Requests { get; init; } = [];

    /// <summary>How long the service is watched under load before the first rollout. Default: 15 seconds.</summary>
    public TimeSpan SteadyTime { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How long a start may take where the service JSON does not say it, because it has no startup probe. Default: 5 minutes.
    /// </summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Whether accidents are played too: an instance that is killed, one that hangs, requests that take too long, a slow start.
    /// </summary>
    public bool Chaos { get; init; }

    /// <summary>What chance begins with: the same seed picks the same instances. Default: 1.</summary>
    public int Seed { get; init; } = 1;
}
