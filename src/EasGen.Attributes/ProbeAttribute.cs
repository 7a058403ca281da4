namespace EasGen;

/// <summary>What the three probes of a container share: how they ask, and their five numbers.</summary>
/// <remarks>
/// <para>
/// A probe asks in exactly one way: <see cref="Path"/>, <see cref="TcpPort"/> or <see cref="Exec"/> (EAS0701). For a
/// served class, and for its first container, EasGen fills in the path at which EasGen.AspNetCore answers. All five
/// numbers are always written, because sources disagree about what EAS assumes; the defaults given here are EasGen's.
/// </para>
/// <para>
/// On a method, the method is the check. It is an instance or static method without parameters or with one
/// <see cref="CancellationToken"/>, and returns <see cref="bool"/>, <c>HealthCheckResult</c>, or a <see cref="Task{T}"/>
/// or <c>ValueTask</c> of either.
/// </para>
/// </remarks>
public abstract class ProbeAttribute : Attribute
{
    internal ProbeAttribute(int failureThreshold) => FailureThreshold = failureThreshold;

    /// <summary>
    /// The path that is asked with GET, starting with a slash (EAS0705); an answer from 200 to 399 is a success. JSON:
    /// <c>http_get.path</c>.
    /// </summary>
    /// <remarks>
    /// Default of a served class, unless <see cref="TcpPort"/> or <see cref="Exec"/> is set: <c>/healthz/startup</c>,
    /// <c>/healthz/ready</c> or <c>/healthz/live</c>.
    /// </remarks>
    public string? Path { get; set; }

    /// <summary>
    /// The port that is asked with GET, 1 to 65535 (EAS0702). Default, which EasGen writes beside a path: the port of the
    /// container, or 8000 if that names none. JSON: <c>http_get.port</c>.
    /// </summary>
    /// <remarks>A port on which no container listens is the warning EAS0704.</remarks>
    public int Port { get; set; }

    /// <summary>
    /// The port, 1 to 65535 (EAS0702), to which a TCP connection must succeed. Unset: no TCP check. JSON:
    /// <c>tcp_socket.port</c>.
    /// </summary>
    /// <remarks>A port on which no container listens is the warning EAS0704.</remarks>
    public int TcpPort { get; set; }

    /// <summary>
    /// The command that runs in the container, program first; exit code 0 is a success. Unset: no command. JSON:
    /// <c>exec.command</c>.
    /// </summary>
    public string[]? Exec { get; set; }

    /// <summary>
    /// Seconds before the first check, 0 or more (EAS0702). Default: 0, which EasGen writes. JSON:
    /// <c>initial_delay_seconds</c>.
    /// </summary>
    public int InitialDelaySeconds { get; set; }

    /// <summary>
    /// Seconds between two checks, 1 or more (EAS0702). Default: 10, which EasGen writes. JSON: <c>period_seconds</c>.
    /// </summary>
    public int PeriodSeconds { get; set; } = 10;

    /// <summary>
    /// Seconds after which a check without an answer has failed, 1 or more (EAS0702). Default: 3, which EasGen writes.
    /// JSON: <c>timeout_seconds</c>.
    /// </summary>
    public int TimeoutSeconds { get; set; } = 3;

    /// <summary>
    /// Successes in a row that make the probe succeed, 1 or more (EAS0702); for startup and liveness only 1 (inferred
    /// from Kubernetes; the warning EAS0703). Default: 1, which EasGen writes. JSON: <c>success_threshold</c>.
    /// </summary>
    public int SuccessThreshold { get; set; } = 1;

    /// <summary>
    /// Failures in a row that make the probe fail, 1 or more (EAS0702). Default, which EasGen writes: 30 for startup, 3
    /// for liveness and readiness. JSON: <c>failure_threshold</c>.
    /// </summary>
    public int FailureThreshold { get; set; }

    /// <summary>
    /// The container that is asked, counted from 0 in the order of the <see cref="ContainerAttribute"/>s. Default: 0. A
    /// number without a container is the error EAS0210. Not a key of the JSON.
    /// </summary>
    public int Container { get; set; }
}
