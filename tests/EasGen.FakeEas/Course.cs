namespace EasGen.FakeEas;

/// <summary>How an ailment shows.</summary>
internal sealed record Course
{
    /// <summary>The warnings, each with its reason, the first one first.</summary>
    public (string Reason, string Message)[] Warnings { get; init; } = [];

    /// <summary>Whether the last of them comes again with every period of the probe.</summary>
    public bool IsOfProbe { get; init; }

    /// <summary>The reason of an instance.</summary>
    public string? Reason { get; init; }

    /// <summary>How the container ended before, and how often.</summary>
    public (string Reason, int ExitCode, int Restarts)? End { get; init; }

    /// <summary>What the container says, and said before it ended.</summary>
    public string[] Log { get; init; } = [];

    public string[] PreviousLog { get; init; } = [];

    /// <summary>What EAS thinks of it.</summary>
    public string? Diagnosis { get; init; }

    /// <summary>The state of the service; null for one that starts.</summary>
    public string? Status { get; init; }

    public static Course Of(Ailment ailment, int port) => ailment switch
    {
        Ailment.WrongPort => new()
        {
            Warnings = [("Unhealthy", $"Readiness probe failed: dial tcp 10.0.0.7:{port}: connect: connection refused")],
            IsOfProbe = true,
            Log = ["Now listening on: http://[::]:8080"],
        },
        Ailment.ImagePull => new()
        {
            Warnings = [("Failed", "Failed to pull image \"acme/iris:1\": pull access denied")],
            Reason = "ImagePullBackOff",
            Diagnosis = "Container worker0 failed to pull image.",
        },
        Ailment.OutOfMemory => new()
        {
            Warnings = [("Failed", "Container worker0 was OOMKilled"), ("BackOff", "Back-off restarting failed container")],
            End = ("OOMKilled", 137, 3),
            Log = Listening(port),
            PreviousLog = ["Loading the model", "Killed"],
        },
        Ailment.ProbeNotServed => Probe("Startup", "HTTP probe failed with statuscode: 404", port),
        Ailment.ProbeFails => Probe("Startup", "HTTP probe failed with statuscode: 500", port),
        Ailment.ProbeRedirects => Probe("Startup", "HTTP probe failed with statuscode: 302", port),
        Ailment.ProbeTooSlow => Probe(
            "Readiness",
            $"Get \"http://10.0.0.7:{port}/healthz/ready\": context deadline exceeded (Client.Timeout exceeded while awaiting headers)",
            port),
        Ailment.OutOfStock => new()
        {
            Warnings = [("FailedScheduling", "0/12 nodes are available: 12 Insufficient nvidia.com/gpu.")],
            Reason = "Pending",
        },
        Ailment.CrashLoop => new()
        {
            Warnings = [("BackOff", "Back-off restarting failed container")],
            Reason = "CrashLoopBackOff",
            End = ("Error", 1, 5),
            PreviousLog = ["Starting", "ModuleNotFoundError: No module named 'numpy'"],
        },
        Ailment.UnknownState => new() { Status = "Hibernating", Log = Listening(port) },
        Ailment.Undeletable or Ailment.DeleteFails => new() { Status = "Running", Log = Listening(port) },
        Ailment.StuckWaiting => new(),
        _ => new() { Log = Listening(port) },
    };

    private static Course Probe(string probe, string message, int port) => new()
    {
        Warnings = [("Unhealthy", $"{probe} probe failed: {message}")],
        IsOfProbe = true,
        Log = Listening(port),
    };

    private static string[] Listening(int port) => [$"Now listening on: http://[::]:{port}"];
}
