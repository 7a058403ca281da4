using EasGen.Core.Features;
using static EasGen.Core.Features.GpuResource;

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

        Judge<int>(
            EAS0530_AmountIsInRange,
            "/metadata/gpu_core_percentage",
            static share => Valid.With(MemoryGB, 8).With(CorePercentage, share))
            .Refuses(-1)
            .Refuses(0)
            .Refuses(101)
            .Accepts(1, 50, 100),

        Judge(EAS0531_WholeCardsOrShare)
            .Refuses("a card and memory", Valid.With(Count, 1).With(MemoryGB, 8), "/metadata/gpu_memory", "MemoryGB", Remove)
            .Refuses(
                "a card and a share of its cores",
                Valid.With(Count, 1).With(CorePercentage, 50),
                "/metadata/gpu_core_percentage",
                "CorePercentage",
                Remove)
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
            .Accepts("550.127.08", "550.54.15", "470.1", "", "${DRIVER}"),

        Judge<string>(
            EAS0537_CardCanBeShared,
            "/metadata/gpu_memory",
            static type => Sharing.With(InstanceType.Type, type).With(MemoryGB, 8))
            .Refuses("ml.gu7i.c16m60.1-gu30")
            .Refuses("ml.gu7i.c8m30")
            .Refuses("ecs.gu8tf.2xlarge")
            .Refuses("ecs.vgu7.xlarge")
            .Refuses("ml.x8.c8m30.1-gu30")
            .Accepts("ecs.gn7i-c8g1.2xlarge", "ml.gn6v.2xlarge", "ecs.c7.large", "guess", "${TYPE}", "")
            .Refuses(
                "a share of the cores alone",
                Sharing.With(InstanceType.Type, "ml.gu7i.c8m30").With(CorePercentage, 50),
                "/metadata/gpu_core_percentage",
                "'ml.gu7i.c8m30'")
            .Refuses(
                "the second type",
                Sharing.With(InstanceType.FeatureType, (InstanceType.Type, "ml.gu7i.c8m30")).With(MemoryGB, 8),
                "/metadata/gpu_memory",
                "'ml.gu7i.c8m30'")
            .Accepts("whole cards", Sharing.With(InstanceType.Type, "ml.gu7i.c8m30").With(Count, 1))
            .Accepts(
                "whole cards and memory, which another rule refuses",
                Sharing.With(InstanceType.Type, "ml.gu7i.c8m30").With(Count, 1).With(MemoryGB, 8))
            .Accepts("no types", Sharing.Without(InstanceType.FeatureType).With(MemoryGB, 8)),

        Judge<string>(EAS0538_ImageHasGpu, "/containers/0/image", static image => Valid.With(Container.Image, image))
            .Refuses("eas-registry-vpc.cn-hangzhou.cr.aliyuncs.com/pai-eas/vllm:0.11.2-mows0.5.1", "'ecs.c7.large' has none")
            .Refuses("eas-registry-vpc.cn-hangzhou.cr.aliyuncs.com/pai-eas/sglang:v0.5.4")
            .Refuses("registry/acme/iris:1.4-gpu")
            .Refuses("registry:5000/acme/iris:1.4-gpu@sha256:0f")
            .Accepts(
                "registry/acme/iris:1.4",
                "registry/acme/iris-gpu:1.4",
                "registry/acme/iris:gpu",
                "registry/acme/iris:1.4-gpus",
                "registry/acme/vllm:0.11",
                "${IMAGE}",
                "")
            .Accepts(
                "eas-registry-vpc.cn-hangzhou.cr.aliyuncs.com/pai-eas/vllm:0.11-cpu",
                "eas-registry-vpc.cn-hangzhou.cr.aliyuncs.com/pai-eas/python-inference:py39")
            .Refuses(
                "two types without",
                Gpu("ecs.g7.xlarge").With(InstanceType.FeatureType, (InstanceType.Type, "ecs.r8i.large")),
                "/containers/0/image",
                "'ecs.g7.xlarge' has none")
            .Refuses("no card on a group", Gpu().With(ResourceGroup.Id, "eas-r-x").With(Count, 0), "/containers/0/image", "Count = 0")
            .Refuses(
                "the second container",
                Valid.With(Container.FeatureType, (Container.Image, "a:1-gpu"), (Container.Command, "run")),
                "/containers/1/image",
                "'a:1-gpu'")
            .Accepts("a type of a GPU family", Gpu("ecs.gn7i-c8g1.2xlarge"))
            .Accepts(
                "a GPU type among others",
                Gpu("ecs.c7.large").With(InstanceType.FeatureType, (InstanceType.Type, "ecs.gn6i-c4g1.xlarge")))
            .Accepts("a type of a GU family", Gpu("ecs.gu8tf.2xlarge"))
            .Accepts("a type whose family tells nothing", Gpu("ml.x8.c8m30"))
            .Accepts("the machines of a group", Gpu(ResourceGroup.OwnMachines).With(ResourceGroup.Id, "eas-r-x"))
            .Accepts("cards on a group", Gpu().With(ResourceGroup.Id, "eas-r-x").With(Count, 1))
            .Accepts("a share of a card on a group", Gpu().With(ResourceGroup.Id, "eas-r-x").With(Count, 0).With(MemoryGB, 8))
            .Accepts("a group that is asked for nothing", Gpu().With(ResourceGroup.Id, "eas-r-x")));

    private static Service Sharing => Valid.With(ResourceGroup.Id, "eas-r-x").With(ResourceGroup.Elastic, true);

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    private static Service Gpu(string? type = null)
    {
        var service = Valid.With(Container.Image, "registry/acme/iris:1.4-gpu");
        return type is null ? service.Without(InstanceType.FeatureType) : service.With(InstanceType.Type, type);
    }
}
