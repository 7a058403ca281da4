namespace EasGen.Core.Features;

/// <summary>The EAS resource group that the service runs on, alone or together with public resources.</summary>
internal static class ResourceGroup
{
    /// <summary>The instance type that stands for the group's own machines in a list with public ones.</summary>
    public const string OwnMachines = "dedicated_resource";

    public static readonly StringSetting Id = new("Id", "metadata/resource")
    {
        Pattern = "^(eas-r-[a-z0-9*][a-z0-9*_-]*)?$",
        Console = ConsoleParameters.ResourceType,
    };
    public static readonly BooleanSetting Elastic = new("Elastic", "metadata/resource_burstable")
    {
        Console = ConsoleParameters.ElasticResourcePool,
    };
    public static readonly BooleanSetting Rebalance = new("Rebalance", "metadata/resource_rebalancing")
    {
        Console = ConsoleParameters.HighPriorityRescheduling,
    };

    public static readonly Rule EAS0510_GroupOrPublicTypes = Rule.Warning(
        "EAS0510",
        "Resource group together with public instance types")
        .When(static service =>
        {
            if (Chosen(service) is { } group
                && group[Elastic] is not true
                && service.Has(InstanceType.FeatureType)
                && !Types(service).Contains(OwnMachines))
                service.Report(
                    group.At(Id),
                    $"The service runs on the resource group '{group[Id]}' but also lists public instance types; "
                    + $"set {Elastic.Is(true)} to overflow to them, list '{OwnMachines}' among them, or remove one of the two");
        });

    public static readonly Rule EAS0511_GroupHasForm = Rule.Error("EAS0511", "Resource group id is not of the form eas-r-…")
        .Each(Id, static id => Id.Matches(id)
            ? null
            : new($"'{id}' is not a resource group id; the console shows one such as eas-r-9lkbl2jvdm0puv"));

    public static readonly Rule EAS0512_CoresAndMemoryAreGiven = Rule.Warning("EAS0512", "Resource group or quota without cores and memory")
        .When(static service =>
        {
            var cpu = service.One(CpuResource.FeatureType);
            if (cpu?[CpuResource.Cores] is not null && cpu?[CpuResource.MemoryMB] is not null)
                return;
            if (Chosen(service)?.At(Id) is { } group)
                service.Report(group, Needed());
            else if (ResourceQuota.Chosen(service)?.At(ResourceQuota.Id) is { } quota)
                service.Report(quota, Needed());
        });

    public static readonly Rule EAS0513_ElasticNeedsGroup = Rule.Error("EAS0513", "Elastic resource pool without a resource group")
        .When(Elastic, static service =>
        {
            if (service.One(Elastic) is { } group && group[Elastic] is true && Chosen(service) is null)
                service.Report(
                    group.At(Elastic),
                    $"An elastic resource pool extends a resource group, but the service has none; name one, or remove {Elastic}",
                    Fix.Remove);
        });

    public static readonly Rule EAS0514_ElasticNeedsTypes = Rule.Warning("EAS0514", "Elastic resource pool without public instance types")
        .When(static service =>
        {
            if (Chosen(service) is { } group && group[Elastic] is true && !HasPublicTypes(service))
                service.Report(
                    group.At(Elastic),
                    "The service has no public instance types to overflow to when the group is full; add one such as ecs.c7.large");
        });

    public static readonly Rule EAS0515_RebalancingNeedsChoice = Rule.Warning("EAS0515", "Rescheduling with a single kind of resource")
        .When(Rebalance, static service =>
        {
            if (service.One(Rebalance) is { } group
                && group[Rebalance] is true
                && group[Elastic] is not true
                && Types(service).Count() <= 1)
                service.Report(
                    group.At(Rebalance),
                    $"Rescheduling moves instances to resources of higher priority, but the service has only one kind; "
                    + $"remove {Rebalance}, or add another kind",
                    Fix.Remove);
        });

    public static readonly FeatureType FeatureType = new(
        "ResourceGroup",
        "",
        [Id, Elastic, Rebalance])
    {
        Arguments = 1,
        ArgumentsAreOptional = true,
    };

    public static readonly Rule[] Rules =
    [
        EAS0510_GroupOrPublicTypes, EAS0511_GroupHasForm, EAS0512_CoresAndMemoryAreGiven, EAS0513_ElasticNeedsGroup,
        EAS0514_ElasticNeedsTypes, EAS0515_RebalancingNeedsChoice,
    ];

    /// <summary>The resource group, if the service names one.</summary>
    public static AddressedFeature? Chosen(Inspection service) =>
        service.One(Id) is { } group && !string.IsNullOrWhiteSpace(group[Id]) ? group : null;

    /// <summary>True when an instance type is not the group's own machines.</summary>
    public static bool HasPublicTypes(Inspection service) => Types(service).Any(static type => type != OwnMachines);

    private static IEnumerable<string?> Types(Inspection service) =>
        service.All(InstanceType.Type).Select(static item => item[InstanceType.Type]);

    private static Message Needed() =>
        $"A service on a resource group or a quota needs the cores and the memory of an instance; "
        + $"set both, as in {new Feature(CpuResource.FeatureType, [4, 16384])}";
}
