using static EasGen.Core.Rooms.GpuResource;

namespace EasGen.Core.Tests;

public class GpuResourceRules
{
    public static TheoryData<RuleCase> Cases => Book(
        Judge<int>(EAS0530_AmountIsInRange, "/metadata/gpu", static count => Valid.With(Count, count))
            .Refuses(-1)
            .Accepts(0, 1, 8),

        Judge<int>(EAS0530_AmountIsInRange, "/metadata/gpu_memory", static memory => Valid.With(MemoryGB, memory))
            .Refuses(-1)
            .Refuses(0)
            .Accepts(1, 80),

        Judge<int>(EAS0530_AmountIsInRange, "/metadata/gpu_core_percentage", static share => Valid.With(MemoryGB, 8).With(CorePercentage, share))
            .Refuses(-1)
            .Refuses(0)
            .Refuses(101)
            .Accepts(1, 50, 100),

        Judge(EAS0531_WholeCardsOrShare)
            .Refuses("a card and memory", Valid.With(Count, 1).With(MemoryGB, 8), "/metadata/gpu_memory", "MemoryGB", Remove)
            .Refuses("a card and a share of its cores", Valid.With(Count, 1).With(CorePercentage, 50), "/metadata/gpu_core_percentage", "CorePercentage", Remove)
            .Accepts("a card", Valid.With(Count, 1))
            .Accepts("memory", Valid.With(MemoryGB, 8))
            .Accepts("no card and memory", Valid.With(Count, 0).With(MemoryGB, 8))
            .Accepts("nothing", Valid),

        Judge(EAS0532_ShareNeedsMemory)
            .Refuses("cores alone", Valid.With(CorePercentage, 50), "/metadata/gpu_core_percentage", "MemoryGB")
            .Accepts("cores of a whole card, which another rule refuses", Valid.With(Count, 1).With(CorePercentage, 50))
            .Accepts("cores and memory", Valid.With(MemoryGB, 8).With(CorePercentage, 50))
            .Accepts("memory", Valid.With(MemoryGB, 8))
            .Accepts("nothing", Valid));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();
}
