using EasGen.Core.Features;

namespace EasGen.Core.Catalog;

/// <summary>All feature types with their rules, in the order of the reference, which is the order of the artifact's keys.</summary>
internal static class FeatureCatalog
{
    private static readonly (FeatureType Type, Rule[] Rules)[] All =
    [
        (EasService.FeatureType, EasService.Rules),
        (CpuResource.FeatureType, CpuResource.Rules),
        (GpuResource.FeatureType, GpuResource.Rules),
        (ResourceGroup.FeatureType, ResourceGroup.Rules),
        (ResourceQuota.FeatureType, ResourceQuota.Rules),
        (BestEffort.FeatureType, BestEffort.Rules),
        (SystemDisk.FeatureType, SystemDisk.Rules),
        (SharedMemory.FeatureType, SharedMemory.Rules),
        (RequestHandling.FeatureType, RequestHandling.Rules),
        (RollingUpdate.FeatureType, RollingUpdate.Rules),
        (GracefulShutdown.FeatureType, GracefulShutdown.Rules),
        (Spread.FeatureType, Spread.Rules),
        (TaskMode.FeatureType, TaskMode.Rules),
        (LlmRouter.FeatureType, LlmRouter.Rules),
        (DistributedInference.FeatureType, DistributedInference.Rules),
        (Label.FeatureType, Label.Rules),
        (DynamicParameter.FeatureType, DynamicParameter.Rules),
        (Tracing.FeatureType, Tracing.Rules),
        (InstanceType.FeatureType, InstanceType.Rules),
        (SpotProtection.FeatureType, SpotProtection.Rules),
        (VpcNetwork.FeatureType, VpcNetwork.Rules),
        (LogFiles.FeatureType, []),
        (Container.FeatureType, Container.Rules),
        (EnvironmentVariable.FeatureType, EnvironmentVariable.Rules),
        (PythonLibraries.FeatureType, PythonLibraries.Rules),
        (Probe.Startup, Probe.Rules),
        (Probe.Liveness, []),
        (Probe.Readiness, []),
        (RegistryAuth.FeatureType, RegistryAuth.Rules),
        (OssMount.FeatureType, OssMount.Rules),
        (NasMount.FeatureType, NasMount.Rules),
        (CpfsMount.FeatureType, CpfsMount.Rules),
        (GitMount.FeatureType, GitMount.Rules),
        (DatasetMount.FeatureType, DatasetMount.Rules),
        (ModelMount.FeatureType, []),
        (ImageMount.FeatureType, ImageMount.Rules),
        (LocalDiskMount.FeatureType, LocalDiskMount.Rules),
        (CacheMount.FeatureType, CacheMount.Rules),
        (DedicatedGateway.FeatureType, DedicatedGateway.Rules),
        (GatewayLimit.FeatureType, GatewayLimit.Rules),
        (NetworkLoadBalancer.FeatureType, NetworkLoadBalancer.Rules),
        (AccessToken.FeatureType, []),
        (Model.FeatureType, Model.Rules),
        (Processor.FeatureType, Processor.Rules),
        (CustomProcessor.FeatureType, CustomProcessor.Rules),
        (ProcessorVariable.FeatureType, ProcessorVariable.Rules),
        (CrashBlock.FeatureType, []),
        (Autoscale.FeatureType, Autoscale.Rules),
        (ScalingMetric.On, ScalingMetric.Rules),
        (ScalingMetric.Strategy, []),
        (CustomMetric.FeatureType, CustomMetric.Rules),
        (MaxComputeRecords.FeatureType, []),
        (LogServiceRecords.FeatureType, []),
        (SecureEnvironment.FeatureType, SecureEnvironment.Rules),
        (ExtraDisk.FeatureType, ExtraDisk.Rules),
        (RamRole.FeatureType, []),
        (AsyncQueue.FeatureType, AsyncQueue.Rules),
        (MemoryCache.FeatureType, []),
        (RawSetting.FeatureType, RawSetting.Rules),
    ];

    // Rules about what several features say.
    private static readonly Rule[][] Shared =
    [
        GeneralRules.All, Mount.Rules, CallRecords.Rules, Region.Rules, StartLines.Rules, ProgramAddresses.Rules, Withdrawal.Rules,
    ];

    public static readonly FeatureType[] Types = Array.ConvertAll(All, static line => line.Type);

    /// <summary>The rules on what features say, by id.</summary>
    public static readonly Rule[] Rules =
    [
        .. All.Select(static line => line.Rules).Concat(Shared)
            .SelectMany(static rules => rules)
            .OrderBy(static rule => rule.Id, StringComparer.Ordinal),
    ];

    /// <summary>All that a service JSON may hold.</summary>
    public static readonly SchemaNode Schema = SchemaNode.Of(Types, Aliases.All);

    private static readonly Dictionary<string, FeatureType> ByAttribute = Types.ToDictionary(
        static type => type.Attribute,
        StringComparer.Ordinal);

    // Types that fill one list share its place, so that their items keep the order in which they were written.
    private static readonly Dictionary<FeatureType, int> Places = Types.ToDictionary(
        static type => type,
        static type => Array.FindIndex(Types, other => other == type || (type.IsItem && other.Anchor == type.Anchor)));

    public static FeatureType? Find(string attribute) => ByAttribute.TryGetValue(attribute, out var type) ? type : null;

    public static Service CreateService(IEnumerable<Feature> features) =>
        new(EquatableArray<Feature>.From(InOrder(features, static feature => feature)));

    /// <summary>
    /// Items in the order of the feature types, the containers and the raw places of their features; otherwise they stay as
    /// they were.
    /// </summary>
    public static T[] InOrder<T>(IEnumerable<T> items, Func<T, Feature> feature)
    {
        var ordered = items.ToArray();
        var orders = new Order[ordered.Length];
        for (var i = 0; i < orders.Length; i++)
            orders[i] = Order.Of(feature(ordered[i]), i);
        Array.Sort(orders, ordered);
        return ordered;
    }

    private readonly record struct Order(int Place, int Container, string? Pointer, int Index) : IComparable<Order>
    {
        public static Order Of(Feature feature, int index) => new(
            Places[feature.Type],
            feature[FeatureType.ContainerIndex] ?? 0,
            feature.Type.PointerSetting is { } pointer ? feature[pointer] : null,
            index);

        public int CompareTo(Order other) => Place != other.Place ? Place.CompareTo(other.Place)
            : Container != other.Container ? Container.CompareTo(other.Container)
            : string.CompareOrdinal(Pointer, other.Pointer) is not 0 and var difference ? difference
            : Index.CompareTo(other.Index);
    }
}
