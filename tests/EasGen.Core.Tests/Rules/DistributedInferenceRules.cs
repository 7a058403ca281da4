using static EasGen.Core.Rooms.DistributedInference;

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
            .Refuses("RDMA alone", Valid.With(Rdma, 1), "/metadata/rdma", "unit.size")
            .Refuses("a master alone", Valid.With(Master, "{}"), "/aimaster", "unit.size")
            .Accepts("both with machines", Connected(1).With(Master, "{}"))
            .Accepts("RDMA that is off", Valid.With(Rdma, 0))
            .Accepts("an empty master", Valid.With(Master, ""))
            .Accepts("one machine", Valid));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    private static Service On(int machines) => Valid.With(Machines, machines);

    private static Service Connected(int rdma) => On(2).With(Rdma, rdma);
}
