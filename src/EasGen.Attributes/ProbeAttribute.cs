namespace EasGen;

/// <summary>What the three probes of a container share: how they ask, and their five numbers.</summary>
/// <remarks>
/// <para>
/// JSON: <c>startup_check</c>, <c>liveness_check</c> or <c>health_check</c> of the container, here <c>&lt;probe&gt;</c>. A
/// probe asks in exactly one way: <see cref="Path"/>, <see cref="TcpPort"/> or <see cref="Exec"/> (EAS0701). For a served
/// class, and for its first container, EasGen fills in the path at which EasGen.AspNetCore answers. All five numbers are
/// always written, because sources disagree about what EAS assumes; the defaults given here are EasGen's.
/// </para>
/// <para>
/// On a method, the method is the check. It is an instance or static method without parameters or with one
/// <see cref="CancellationToken"/>, and returns <see cref="bool"/>, <c>HealthCheckResult</c>, or a <see cref="Task{T}"/>
/// or <c>ValueTask</c> of either.
/// </para>
/// </remarks>
public abstract class ProbeAttribute : Attribute
{
    internal ProbeAttribute(int periodSeconds, int failureThreshold)
    {
        PeriodSeconds = periodSeconds;
        FailureThreshold = failureThreshold;
    }

    /// <summary>
    /// The path that is asked with GET, starting with a slash (EAS0705); an answer from 200 to 399 is a success.
    /// Default: <c>/healthz/startup</c>, <c>/healthz/ready</c> or <c>/healthz/live</c> in a served class, otherwise not
    /// written. JSON: <c>containers[].&lt;probe&gt;.http_get.path</c>. Source: SK, SKD, HC.
    /// </summary>
    /// <remarks>With <see cref="TcpPort"/> or <see cref="Exec"/>, a served class has no default either.</remarks>
    public string? Path { get; set; }

    /// <summary>
    /// The port that is asked with GET, 1 to 65535 (EAS0702). Default: the port of the container, or 8000 if that names
    /// none, which EasGen writes beside a path. JSON: <c>containers[].&lt;probe&gt;.http_get.port</c>. Source: SK.
    /// </summary>
    /// <remarks>A port on which no container listens is the warning EAS0704.</remarks>
    public int Port { get; set; }

    /// <summary>
    /// How the path is asked: <c>HTTP</c> or <c>HTTPS</c> (EAS0706). Default of EAS: <c>HTTP</c>. JSON:
    /// <c>containers[].&lt;probe&gt;.http_get.scheme</c>. Source: SKD.
    /// </summary>
    public ProbeScheme Scheme { get; set; }

    /// <summary>
    /// The port, 1 to 65535 (EAS0702), to which a TCP connection must succeed. Unset: not written; no TCP check. JSON:
    /// <c>containers[].&lt;probe&gt;.tcp_socket.port</c>. Source: HC, SK, SKD.
    /// </summary>
    /// <remarks>A port on which no container listens is the warning EAS0704.</remarks>
    public int TcpPort { get; set; }

    /// <summary>
    /// The command that runs in the container, program first; exit code 0 is a success. Unset: not written; no
    /// command. JSON: <c>containers[].&lt;probe&gt;.exec.command</c>. Source: HC, SKD.
    /// </summary>
    public string[]? Exec { get; set; }

    /// <summary>
    /// Seconds before the first check, 0 or more (EAS0702). Default: 0, which EasGen writes. JSON:
    /// <c>containers[].&lt;probe&gt;.initial_delay_seconds</c>. Source: SK, SKD.
    /// </summary>
    public int InitialDelaySeconds { get; set; }

    /// <summary>
    /// Seconds between two checks, 1 or more (EAS0702). Default: 10 for startup and liveness, 3 for readiness (3 failures
    /// fit into a drain of 10 s), less where the drain is shorter, which EasGen writes. JSON:
    /// <c>containers[].&lt;probe&gt;.period_seconds</c>. Source: SK, SKD.
    /// </summary>
    /// <remarks>
    /// An instance that got SIGTERM has to fail its readiness probe before its drain ends, or requests still come to it and
    /// are lost: <c>PeriodSeconds × FailureThreshold</c> above the drain time is the warning EAS0709. A served class drains
    /// for a third of the grace period, at most 10 seconds, unless <see cref="GracefulShutdownAttribute.DrainSeconds"/> says
    /// otherwise.
    /// </remarks>
    public int PeriodSeconds { get; set; }

    /// <summary>
    /// Seconds after which a check without an answer has failed, 1 or more (EAS0702). Default: 3, which EasGen writes.
    /// JSON: <c>containers[].&lt;probe&gt;.timeout_seconds</c>. Source: SK, SKD.
    /// </summary>
    public int TimeoutSeconds { get; set; } = 3;

    /// <summary>
    /// Successes in a row that make the probe succeed, 1 or more (EAS0702); for startup and liveness only 1 (inferred
    /// from Kubernetes; the warning EAS0703). Default: 1, which EasGen writes. JSON:
    /// <c>containers[].&lt;probe&gt;.success_threshold</c>. Source: SK, SKD.
    /// </summary>
    public int SuccessThreshold { get; set; } = 1;

    /// <summary>
    /// Failures in a row that make the probe fail, 1 or more (EAS0702). Default: 30 for startup, 3 for liveness and
    /// readiness, less for readiness where the drain is short, which EasGen writes. JSON:
    /// <c>containers[].&lt;probe&gt;.failure_threshold</c>. Source: SK, SKD.
    /// </summary>
    /// <remarks>Readiness has to fail before the drain ends, see <see cref="PeriodSeconds"/>.</remarks>
    public int FailureThreshold { get; set; }

    /// <summary>
    /// The container that is asked, counted from 0 in the order of the <see cref="ContainerAttribute"/>s. Default: 0. A
    /// number without a container is the error EAS0210. Not a key of the JSON.
    /// </summary>
    public int Container { get; set; }
}
