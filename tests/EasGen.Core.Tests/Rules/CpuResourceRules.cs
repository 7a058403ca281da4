using static EasGen.Core.Rooms.CpuResource;

namespace EasGen.Core.Tests;

public class CpuResourceRules
{
    public static TheoryData<RuleCase> Cases => Book(
        Judge<int>(EAS0520_AmountIsPositive, "/metadata/cpu", static cores => Valid.With(Cores, cores))
            .Refuses(-1)
            .Refuses(0)
            .Accepts(1, 2, int.MaxValue),

        Judge<int>(EAS0520_AmountIsPositive, "/metadata/memory", static memory => Valid.With(MemoryMB, memory))
            .Refuses(int.MinValue)
            .Refuses(0)
            .Accepts(1, 4096));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();
}
