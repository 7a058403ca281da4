using EasGen.Core.Features;
using EasGen.Core.Reading;

namespace EasGen.Rehearsal.Services;

/// <summary>What a service JSON tells EAS about running the service.</summary>
/// <param name="Name">The name of the service.</param>
/// <param name="Instances">How many instances it has.</param>
/// <param name="Containers">The first takes the traffic.</param>
/// <param name="ResponseTimeout">How long a request may take.</param>
/// <param name="GracePeriod">How long an instance that is to go may take.</param>
/// <param name="SendsSigterm">Whether it is told so.</param>
internal sealed record RehearsedService(
    string Name,
    int Instances,
    IReadOnlyList<RehearsedContainer> Containers,
    TimeSpan ResponseTimeout,
    TimeSpan GracePeriod,
    bool SendsSigterm)
{
    // What the shared gateway allows a request where the JSON says nothing.
    private const double DefaultTimeoutSeconds = 5;

    /// <summary>The limit that the JSON sets for requests in a second; null for none.</summary>
    public int? RateLimit { get; private init; }

    /// <summary>Whether the gateway speaks HTTP/2 to the container, as for gRPC.</summary>
    public bool IsGrpc { get; private init; }

    /// <summary>Where the mounts appear in the containers.</summary>
    public IReadOnlyList<string> MountPaths { get; private init; } = [];

    /// <summary>How many instances an update of so many adds and takes away at a time.</summary>
    public required Func<int, RolloutPace> PaceOf { get; init; }

    public RehearsedContainer First => Containers[0];

    /// <exception cref="RehearsalException">It has nothing that could run here.</exception>
    public static RehearsedService Of(ReadService read)
    {
        var name = read.ServiceName;
        var service = read.Service;
        if (service.First(TaskMode.FeatureType)?[TaskMode.WorkloadType] is { Length: > 0 } workload)
            throw new RehearsalException(
                $"'{name}' is a job ({workload}), which ends by itself and answers no calls; only services can be rehearsed");
        var containers = read.Placed.Where(static feature => feature.Type == Container.FeatureType).ToList();
        if (containers.Count == 0)
            throw new RehearsalException(
                $"'{name}' has no container: a processor runs inside of EAS and cannot be rehearsed; only containers can");

        var shutdown = service.First(GracefulShutdown.FeatureType);
        var requests = service.First(RequestHandling.FeatureType);
        var gateway = service.First(GatewayLimit.FeatureType);
        return new(
            name,
            Math.Max(1, service.First(EasService.FeatureType)?[EasService.Instances] ?? 1),
            [.. containers.Select((container, index) => RehearsedContainer.Of(container, index, read.Placed))],
            TimeSpan.FromSeconds(requests?[RequestHandling.TimeoutSeconds] is > 0 and var seconds ? seconds : DefaultTimeoutSeconds),
            TimeSpan.FromSeconds(Math.Max(0, shutdown?[GracefulShutdown.Seconds] ?? ServiceDefaults.GracePeriodSeconds)),
            shutdown?[GracefulShutdown.SendSigterm] is true)
        {
            RateLimit = Positive(gateway?[GatewayLimit.RequestsPerSecond]) ?? Positive(requests?[RequestHandling.RateLimit]),
            IsGrpc = service.First(EasService.FeatureType)?[EasService.Grpc] is true,
            MountPaths = [.. service.Features.Select(static feature => feature[Mount.MountPath]).OfType<string>()],
            PaceOf = instances => RolloutPace.Of(service, instances),
        };
    }

    private static int? Positive(int? number) => number > 0 ? number : null;
}
