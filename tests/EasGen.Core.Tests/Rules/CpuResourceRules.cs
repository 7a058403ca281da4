using static EasGen.Core.Features.CpuResource;

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
            .Refuses(0, "MemoryMB is 0; set it to 256 or more")
            .Accepts(1, 4096),

        Judge<int>(EAS0521_AmountHasUnit, "/metadata/memory", static memory => Valid.With(Cores, 2).With(MemoryMB, memory))
            .Refuses(1, "write 1024", Use(1024))
            .Refuses(4, "write 4096", Use(4096))
            .Refuses(16, Use(16384))
            .Refuses(17)
            .Refuses(255)
            .Accepts(-1, 0, 256, 257, 4096, int.MaxValue)
            .Refuses("128 MB beside one core", Valid.With(Cores, 1).With(MemoryMB, 128), "/metadata/memory", "128")
            .Accepts("4 MB without cores", Valid.With(MemoryMB, 4))
            .Accepts("4 MB beside no core, which another rule refuses", Valid.With(Cores, 0).With(MemoryMB, 4)),

        Judge<int>(EAS0521_AmountHasUnit, "/metadata/cpu", static cores => Valid.With(Cores, cores))
            .Refuses(1000, Use(1))
            .Refuses(4000, Use(4))
            .Refuses(1500)
            .Refuses(int.MaxValue)
            .Accepts(-1, 1, 208, 999));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();
}
