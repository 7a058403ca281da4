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

    // A compiler process waits for these, and few steps take the runtime the least time to compile.
    public static readonly FeatureType[] Types = AllTypes();

    /// <summary>The rules on what features say.</summary>
    public static readonly Rule[] Rules = AllRules();

    private static readonly Dictionary<string, FeatureType> ByAttribute = Types.ToDictionary(
        static type => type.Attribute,
        StringComparer.Ordinal);

    private static readonly Dictionary<FeatureType, int> Places = AllPlaces();

    /// <summary>All that a service JSON may hold, made for the first who asks.</summary>
    public static SchemaNode Schema => field ??= SchemaNode.Of(Types, Aliases.All);

    public static FeatureType? Find(string attribute) => ByAttribute.TryGetValue(attribute, out var type) ? type : null;

    public static Service CreateService(IEnumerable<Feature> features) =>
        new(EquatableArray<Feature>.Of(Arrange(features.ToArray(), static feature => feature)));

    /// <summary>
    /// Brings items into the order of the feature types, the containers and the raw places of their features; otherwise they stay
    /// as they were.
    /// </summary>
    public static T[] Arrange<T>(T[] items, Func<T, Feature> feature)
    {
        var orders = new Order[items.Length];
        for (var i = 0; i < orders.Length; i++)
            orders[i] = Order.Of(feature(items[i]), i);
        Array.Sort(orders, items);
        return items;
    }

    private static FeatureType[] AllTypes()
    {
        var types = new FeatureType[All.Length];
        for (var i = 0; i < types.Length; i++)
            types[i] = All[i].Type;
        return types;
    }

    private static Rule[] AllRules()
    {
        var rules = new List<Rule>();
        foreach (var (_, own) in All)
            rules.AddRange(own);
        foreach (var shared in Shared)
            rules.AddRange(shared);
        return [.. rules];
    }

    // Types that fill one list share its place, so that their items keep the order in which they were written.
    private static Dictionary<FeatureType, int> AllPlaces()
    {
        var places = new Dictionary<FeatureType, int>();
        var lists = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Types.Length; i++)
        {
            var type = Types[i];
            if (!type.IsItem || !lists.TryGetValue(type.Anchor, out var place))
                place = i;
            if (!lists.ContainsKey(type.Anchor))
                lists.Add(type.Anchor, i);
            places.Add(type, place);
        }
        return places;
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
