using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EasGen.AspNetCore.Probes;

/// <summary>The body of a probe's answer.</summary>
internal sealed record ProbeAnswer(string Service, string Probe, string Status, string? Description, double DurationMs)
{
    public static ProbeAnswer From(string service, ProbeKind probe, HealthStatus status, string? description, TimeSpan duration) => new(
        service,
        probe switch { ProbeKind.Startup => "startup", ProbeKind.Readiness => "readiness", _ => "liveness" },
        status switch { HealthStatus.Healthy => "Healthy", HealthStatus.Degraded => "Degraded", _ => "Unhealthy" },
        description,
        Math.Round(duration.TotalMilliseconds, 1));
}
