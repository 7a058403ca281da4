namespace EasGen;

/// <summary>How many requests the gateway lets through to the service, all instances together.</summary>
/// <remarks>
/// <see cref="RequestHandlingAttribute.RateLimit"/> limits each instance. A limit that is on and lets nothing through is
/// the error EAS0821.
/// </remarks>
/// <example>
/// <code>
/// [GatewayLimit(RequestsPerSecond = 200, Concurrency = 50)]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class GatewayLimitAttribute : Attribute
{
    /// <summary>
    /// The most requests a second, 1 or more (EAS0820, EAS0821). Above 1000, which is what the shared gateway lets
    /// through, it is the warning EAS0822. Unset: not written. JSON:
    /// <c>networking.gateway_policy.rate_limit.limit</c>. Source: P.
    /// </summary>
    public int RequestsPerSecond { get; set; }

    /// <summary>
    /// The most requests in flight, 1 or more (EAS0820, EAS0821). A dedicated gateway of the kind ALB does not know it
    /// (the warning EAS0823). Unset: not written. JSON: <c>networking.gateway_policy.concurrency_limit.limit</c>.
    /// Source: P.
    /// </summary>
    public int Concurrency { get; set; }

    /// <summary>
    /// Whether <see cref="RequestsPerSecond"/> is on. Default: <see langword="true"/> beside a limit. JSON:
    /// <c>networking.gateway_policy.rate_limit.enable</c>. Source: P.
    /// </summary>
    public bool RateLimitEnabled { get; set; }

    /// <summary>
    /// Whether <see cref="Concurrency"/> is on. Default: <see langword="true"/> beside a limit. JSON:
    /// <c>networking.gateway_policy.concurrency_limit.enable</c>. Source: P.
    /// </summary>
    public bool ConcurrencyLimitEnabled { get; set; }
}
