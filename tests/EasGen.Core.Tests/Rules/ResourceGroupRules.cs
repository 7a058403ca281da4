using EasGen.Core.Features;
using static EasGen.Core.Features.ResourceGroup;

namespace EasGen.Core.Tests;

public class ResourceGroupRules
{
    private static readonly Service Alone = Valid.Without(InstanceType.FeatureType)
        .With(Id, "eas-r-x")
        .With(CpuResource.FeatureType, (CpuResource.Cores, 4), (CpuResource.MemoryMB, 16384));

    private static readonly Service Overflowing = Alone.With(Elastic, true).With(InstanceType.Type, "ecs.c7.large");

    private static readonly Service Mixed = Alone.With(InstanceType.Type, OwnMachines)
        .With(InstanceType.FeatureType, (InstanceType.Type, "ecs.c7.large"));

    public static TheoryData<RuleCase> Cases => Book(
        Judge(EAS0510_GroupOrPublicTypes)
            .Refuses("a group and a public type", Alone.With(InstanceType.Type, "ecs.c7.large"), "/metadata/resource", "'eas-r-x'")
            .Refuses("a group that may not overflow", Overflowing.With(Elastic, false), "/metadata/resource", "Elastic = true")
            .Refuses(
                "a placeholder, which is a group too",
                Alone.With(Id, "${GROUP}").With(InstanceType.Type, "ecs.c7.large"),
                "/metadata/resource",
                "'${GROUP}'")
            .Accepts("a group that overflows", Overflowing)
            .Accepts("a list that names the group's machines", Mixed)
            .Accepts("a group alone", Alone)
            .Accepts("an empty group and a public type", Valid.With(Id, ""))
            .Accepts("a public type", Valid),

        Judge<string>(EAS0511_GroupHasForm, "/metadata/resource", static id => Alone.With(Id, id))
            .Refuses("acme-models")
            .Refuses("eas-r-")
            .Refuses("EAS-R-9LKB")
            .Refuses("eas-r-Ä")
            .Refuses("my eas-r-9lkb")
            .Accepts("eas-r-9lkbl2jvdm0puv", "eas-r-9lkbl2jvdm0puv****", "eas-r-****", "eas-r-xxx", "eas-r-x", "${EAS_RESOURCE_ID}", ""),

        Judge(EAS0512_CoresAndMemoryAreGiven)
            .Refuses("a group alone", Alone.Without(CpuResource.FeatureType), "/metadata/resource", "MemoryMB")
            .Refuses("cores without memory", Alone.With(CpuResource.MemoryMB, null), "/metadata/resource", "memory")
            .Refuses("memory without cores", Alone.With(CpuResource.Cores, null), "/metadata/resource", "cores")
            .Refuses(
                "a quota alone",
                Valid.Without(InstanceType.FeatureType).With(ResourceQuota.Id, "quota1"),
                "/metadata/quota_id",
                "quota")
            .Accepts("cores and memory", Alone)
            .Accepts("a public type, which brings both", Valid)
            .Accepts("an empty group", Valid.With(Id, "")),

        Judge(EAS0513_ElasticNeedsGroup)
            .Refuses("a pool without a group", Valid.With(Elastic, true), "/metadata/resource_burstable", "has none", Remove)
            .Refuses("a pool of an empty group", Valid.With(Id, "").With(Elastic, true), "/metadata/resource_burstable", "has none", Remove)
            .Accepts("no pool", Valid.With(Elastic, false))
            .Accepts("a pool of a group", Overflowing),

        Judge(EAS0514_ElasticNeedsTypes)
            .Refuses("a pool without types", Alone.With(Elastic, true), "/metadata/resource_burstable", "no public instance types")
            .Refuses(
                "a pool of the group's own machines",
                Alone.With(Elastic, true).With(InstanceType.Type, OwnMachines),
                "/metadata/resource_burstable",
                "no public instance types")
            .Accepts("a pool with a type", Overflowing)
            .Accepts("a pool with the group's machines and a type", Mixed.With(Elastic, true))
            .Accepts("no pool", Alone.With(Elastic, false)),

        Judge(EAS0515_RebalancingNeedsChoice)
            .Refuses("a group alone", Alone.With(Rebalance, true), "/metadata/resource_rebalancing", "only one kind", Remove)
            .Refuses("one public type", Valid.With(Rebalance, true), "/metadata/resource_rebalancing", "only one kind", Remove)
            .Accepts("a group that overflows", Overflowing.With(Rebalance, true))
            .Accepts("a group and a public type", Mixed.With(Rebalance, true))
            .Accepts("two public types", Valid.With(Rebalance, true).With(InstanceType.FeatureType, (InstanceType.Type, "ecs.c7.xlarge")))
            .Accepts("no rescheduling", Alone.With(Rebalance, false)));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();
}
