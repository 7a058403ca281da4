using EasGen.Core.Rooms;
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
            .Accepts("nothing", Valid),

        Judge(EAS0533_ShareNeedsGroup)
            .Refuses("public resources", Valid.With(MemoryGB, 8), "/metadata/gpu_memory", "resource group")
            .Refuses("an empty group", Valid.With(MemoryGB, 8).With(ResourceGroup.Id, ""), "/metadata/gpu_memory", "resource group")
            .Accepts("a group", Valid.With(MemoryGB, 8).With(ResourceGroup.Id, "eas-r-x"))
            .Accepts("a quota", Valid.With(MemoryGB, 8).With(ResourceQuota.Id, "quota1"))
            .Accepts("whole cards, which another rule refuses", Valid.With(MemoryGB, 8).With(Count, 1))
            .Accepts("whole cards", Valid.With(Count, 1)),

        Judge<string>(EAS0534_CudaIsKnown, "/metadata/cuda", static cuda => Valid.With(Cuda, cuda))
            .Refuses("7.5")
            .Refuses("9.2")
            .Refuses("10.3")
            .Refuses("11")
            .Refuses("11.x")
            .Refuses("cuda11.2")
            .Accepts("8.0", "9.0", "10.0", "10.1", "10.2", "11.0", "11.1", "11.2", "11.8", "12.4", "20.0", "", "${CUDA}"),

        Judge<string>(EAS0535_CudaIsDocumented, "/metadata/cuda", static cuda => Valid.With(Cuda, cuda))
            .Refuses("11.3")
            .Refuses("11.10")
            .Refuses("12.4")
            .Accepts("8.0", "10.2", "11.2", "9.2", "", "${CUDA}"),

        Judge<string>(EAS0536_DriverHasForm, "/features/eas.aliyun.com~1gpu-driver-version", static driver => Valid.With(Driver, driver))
            .Refuses("newest")
            .Refuses("550")
            .Refuses("550.127.")
            .Refuses("tesla=new")
            .Accepts("550.127.08", "550.54.15", "470.1", "", "${DRIVER}"));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();
}
