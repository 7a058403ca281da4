using EasGen.Core.Rooms;

namespace EasGen.Core;

/// <summary>Every room of the house, in the order of the reference, which is the order of the artifact's keys.</summary>
internal static class Catalog
{
    public static readonly Room[] Rooms =
    [
        EasService.Room,
        CpuResource.Room,
        GpuResource.Room,
        ResourceGroup.Room,
        ResourceQuota.Room,
        BestEffort.Room,
        SystemDisk.Room,
        SharedMemory.Room,
        RequestHandling.Room,
        RollingUpdate.Room,
        GracefulShutdown.Room,
        Spread.Room,
        TaskMode.Room,
        LlmRouter.Room,
        DistributedInference.Room,
        Label.Room,
        DynamicParameter.Room,
        Tracing.Room,
        InstanceType.Room,
        SpotProtection.Room,
        VpcNetwork.Room,
        LogFiles.Room,
        Container.Room,
        EnvironmentVariable.Room,
        PythonLibraries.Room,
        Probe.Startup,
        Probe.Liveness,
        Probe.Readiness,
        RegistryAuth.Room,
        OssMount.Room,
        NasMount.Room,
        CpfsMount.Room,
        GitMount.Room,
        DatasetMount.Room,
        ModelMount.Room,
        ImageMount.Room,
        LocalDiskMount.Room,
        CacheMount.Room,
        DedicatedGateway.Room,
        GatewayLimit.Room,
        NetworkLoadBalancer.Room,
        AccessToken.Room,
        Model.Room,
        Processor.Room,
        CustomProcessor.Room,
        ProcessorVariable.Room,
        CrashBlock.Room,
        Autoscale.Room,
        ScalingMetric.On,
        ScalingMetric.Strategy,
        CustomMetric.Room,
        MaxComputeRecords.Room,
        LogServiceRecords.Room,
        SecureEnvironment.Room,
        ExtraDisk.Room,
        RamRole.Room,
        AsyncQueue.Room,
        MemoryCache.Room,
        RawSetting.Room,
    ];

    /// <summary>The rule book on services, by id: what each room brings, and what holds for any of them.</summary>
    public static readonly Rule[] Rules =
    [
        .. General.Rules
            .Concat(Rooms.SelectMany(static room => room.Rules))
            .Distinct()
            .OrderBy(static rule => rule.Id, StringComparer.Ordinal),
    ];

    private static readonly Dictionary<string, Room> ByAttribute = Rooms.ToDictionary(static room => room.Attribute, StringComparer.Ordinal);

    // Rooms that fill one list share its place, so that their items keep the order in which they were written.
    private static readonly Dictionary<Room, int> Places = Rooms.ToDictionary(
        static room => room,
        static room => Array.FindIndex(Rooms, other => other == room || (room.IsItem && other.Anchor == room.Anchor)));

    public static Room? Find(string attribute) => ByAttribute.TryGetValue(attribute, out var room) ? room : null;

    /// <summary>Items in the order of the rooms, the containers and the raw places of their features; otherwise they stay as they were.</summary>
    public static IEnumerable<T> InOrder<T>(IEnumerable<T> items, Func<T, Feature> feature) =>
        items.OrderBy(item => Places[feature(item).Room])
            .ThenBy(item => feature(item)[Container.Index] ?? 0)
            .ThenBy(item => feature(item)[RawSetting.Pointer], StringComparer.Ordinal);
}
