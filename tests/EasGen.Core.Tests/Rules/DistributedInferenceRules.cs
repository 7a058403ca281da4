using EasGen.Core.Features;
using static EasGen.Core.Features.DistributedInference;

namespace EasGen.Core.Tests;

public class DistributedInferenceRules
{
    public static TheoryData<RuleCase> Cases => Book(
        Judge<int>(EAS0660_NumberIsInRange, "/unit/size", On)
            .Refuses(0)
            .Refuses(-1)
            .Accepts(1, 2, int.MaxValue),

        Judge<int>(EAS0660_NumberIsInRange, "/metadata/rdma", Connected)
            .Refuses(-1)
            .Refuses(int.MinValue)
            .Accepts(0, 1, 2),

        Judge<int>(EAS0661_MachinesAreSeveral, "/unit/size", On)
            .Refuses(1, Use(2))
            .Accepts(0, 2, 3),

        Judge<int>(EAS0662_RdmaIsSwitch, "/metadata/rdma", Connected)
            .Refuses(2, Use(1))
            .Refuses(8, Use(1))
            .Accepts(0, 1, -1),

        Judge(EAS0663_MachinesAreGiven)
            .Refuses("RDMA alone", Valid.With(Rdma, 1), "/metadata/rdma", "set Machines")
            .Refuses("a master alone", Valid.With(Master, "{}"), "/aimaster", "set Machines")
            .Accepts("both with machines", Connected(1).With(Master, "{}"))
            .Accepts("RDMA that is off", Valid.With(Rdma, 0))
            .Accepts("an empty master", Valid.With(Master, ""))
            .Accepts("one machine", Valid),

        Judge(EAS0664_RdmaNeedsLingjun)
            .Refuses("no quota", Connected(1), "/metadata/rdma", "no Lingjun quota", Remove)
            .Refuses("an empty quota", Quota("", "Lingjun"), "/metadata/rdma", "no Lingjun quota", Remove)
            .Refuses("another quota", Quota("quota1", "ECS"), "/metadata/rdma", "'ECS'", Remove)
            .Accepts("a Lingjun quota", Quota("quota1", "Lingjun"))
            .Accepts("a quota of a type that is not known yet", Quota("quota1", "${TYPE}"))
            .Accepts("a quota without a type", Connected(1).With(ResourceQuota.FeatureType, (ResourceQuota.Id, "quota1")))
            .Accepts("RDMA that is off", Connected(0))
            .Accepts("machines without RDMA", On(2)));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    private static Service On(int machines) => Valid.With(Machines, machines);

    private static Service Quota(string id, string type) =>
        Connected(1).With(ResourceQuota.FeatureType, (ResourceQuota.Id, id), (ResourceQuota.Type, type));

    private static Service Connected(int rdma) => On(2).With(Rdma, rdma);
}
