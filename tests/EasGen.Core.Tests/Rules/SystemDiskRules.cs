using EasGen.Core.Features;
using static EasGen.Core.Features.SystemDisk;

namespace EasGen.Core.Tests;

public class SystemDiskRules
{
    private static readonly Service OnGroup = Valid.Without(InstanceType.FeatureType)
        .With(ResourceGroup.Id, "eas-r-x")
        .With(CpuResource.FeatureType, (CpuResource.Cores, 4), (CpuResource.MemoryMB, 16384));

    private static readonly Service OnQuota = Valid.Without(InstanceType.FeatureType)
        .With(ResourceQuota.Id, "quota1")
        .With(CpuResource.FeatureType, (CpuResource.Cores, 4), (CpuResource.MemoryMB, 16384));

    public static TheoryData<RuleCase> Cases => Book(
        Judge<int>(EAS0541_SizeIsInRange, "/metadata/disk", static size => Valid.With(SizeGB, size))
            .Refuses(int.MinValue)
            .Refuses(0)
            .Refuses(2001)
            .Accepts(1, 30, 40, 2000),

        Judge(EAS0543_DiskIsGivenOnce)
            .Refuses("a whole and an addition", Valid.With(SizeGB, 50).With(ExtraDisk.SizeGB, 20), "/metadata/disk", "50 GiB")
            .Accepts("a whole", Valid.With(SizeGB, 50))
            .Accepts("an addition", Valid.With(ExtraDisk.SizeGB, 20))
            .Accepts("neither", Valid),

        Judge(EAS0544_DiskIsPublic)
            .Refuses("a whole on a group", OnGroup.With(SizeGB, 50), "/metadata/disk", "elastic pool")
            .Refuses(
                "an addition on a group",
                OnGroup.With(ExtraDisk.SizeGB, 20),
                "/features/eas.aliyun.com~1extra-ephemeral-storage",
                "elastic pool")
            .Refuses(
                "a group's own machines",
                OnGroup.With(SizeGB, 50).With(InstanceType.Type, ResourceGroup.OwnMachines),
                "/metadata/disk",
                "elastic pool")
            .Refuses("a whole on a quota", OnQuota.With(SizeGB, 50), "/metadata/disk", "'quota1'", Remove)
            .Refuses(
                "an addition on a quota",
                OnQuota.With(ExtraDisk.SizeGB, 20),
                "/features/eas.aliyun.com~1extra-ephemeral-storage",
                "'quota1'",
                Remove)
            .Accepts("a quota without a disk", OnQuota)
            .Accepts("an empty quota", Valid.With(ResourceQuota.Id, "").With(SizeGB, 50))
            .Accepts("a group with an elastic pool", OnGroup.With(SizeGB, 50).With(ResourceGroup.Elastic, true))
            .Accepts("a group and a public type", OnGroup.With(SizeGB, 50)
                .With(InstanceType.Type, ResourceGroup.OwnMachines)
                .With(InstanceType.FeatureType, (InstanceType.Type, "ecs.c7.large")))
            .Accepts("public resources", Valid.With(SizeGB, 50).With(ExtraDisk.SizeGB, 20))
            .Accepts("a group without a disk", OnGroup));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();
}
