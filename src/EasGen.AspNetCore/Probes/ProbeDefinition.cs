using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EasGen.AspNetCore.Probes;

/// <summary>One declared probe. Without a check it answers from the state of the service alone.</summary>
internal sealed record ProbeDefinition<TService>(
    EasProbe Probe,
    string Path,
    TimeSpan Timeout,
    Func<TService, CancellationToken, ValueTask<HealthCheckResult>>? Check);
