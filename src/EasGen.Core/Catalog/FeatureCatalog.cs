using EasGen.Core.Features;

namespace EasGen.Core.Catalog;

/// <summary>All feature types with their rules, in the order of the reference, which is the order of the artifact's keys.</summary>
internal static class FeatureCatalog
{
    /// <summary>What the name of the class of an attribute ends with.</summary>
    public const string ClassSuffix = "Attribute";

    // How many bits of a key tell the container and the index. Of containers that are none, or more than anybody has, features keep the
    // order in which they were written.
    private const int ContainerBits = 20;
    private const int IndexBits = 32;
    private const int MostContainers = (1 << ContainerBits) - 1;

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

    private static readonly Dictionary<string, FeatureType> ByClass = Types.ToDictionary(
        static type => type.Attribute + ClassSuffix,
        StringComparer.Ordinal);

    private static readonly Dictionary<FeatureType, int> Places = AllPlaces();

    /// <summary>All that a service JSON may hold, made for the first who asks.</summary>
    public static SchemaNode Schema => field ??= SchemaNode.Of(Types, Aliases.All);

    /// <summary>The feature type of an attribute, by the name of its class.</summary>
    public static FeatureType? Find(string name) => ByClass.TryGetValue(name, out var type) ? type : null;

    public static Service CreateService(IEnumerable<Feature> features)
    {
        var arranged = features.ToArray();
        Arrange(arranged, static feature => feature);
        return new(EquatableArray<Feature>.Of(arranged));
    }

    /// <summary>
    /// Brings items into the order of the feature types, the containers and the raw places of their features; otherwise they stay
    /// as they were.
    /// </summary>
    public static void Arrange<T>(T[] items, Func<T, Feature> feature)
    {
        var keys = new long[items.Length];
        var raws = 0;
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = Key(feature(items[i]), i);
            raws += feature(items[i]).Type == RawSetting.FeatureType ? 1 : 0;
        }
        Array.Sort(keys, items);
        if (raws > 1)
            ArrangeRaws(items, items.Length - raws, feature);
    }

    // The place of the type, the container and the index, which is read as one number.
    private static long Key(Feature feature, int index)
    {
        var container = Math.Min(Math.Max(feature[FeatureType.ContainerIndex] ?? 0, 0), MostContainers);
        return ((((long)Places[feature.Type] << ContainerBits) + container) << IndexBits) + index;
    }

    // Theirs is the last type of all.
    private static void ArrangeRaws<T>(T[] items, int first, Func<T, Feature> feature) => items
        .Skip(first)
        .OrderBy(item => feature(item)[RawSetting.Pointer], StringComparer.Ordinal)
        .ToArray()
        .CopyTo(items, first);

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
}
