using System.Text.RegularExpressions;

namespace EasGen.Core.Features;

/// <summary>Whole GPUs of an instance, or a share of one card.</summary>
internal static class GpuResource
{
    public static readonly IntegerSetting Count = new("Count", "metadata/gpu")
    {
        Minimum = 0,
        Console = ConsoleParameters.DedicatedResources,
    };
    public static readonly IntegerSetting MemoryGB = new("MemoryGB", "metadata/gpu_memory")
    {
        Minimum = 1,
        Console = ConsoleParameters.GpuSharing,
    };
    public static readonly IntegerSetting CorePercentage = new("CorePercentage", "metadata/gpu_core_percentage")
    {
        Minimum = 1,
        Maximum = 100,
        Console = ConsoleParameters.GpuSharing,
    };
    public static readonly StringSetting Driver = new("Driver", "features/eas.aliyun.com~1gpu-driver-version")
    {
        Prefix = "tesla=",
        Console = ConsoleParameters.GpuDriver,
    };
    public static readonly StringSetting Cuda = new("Cuda", "metadata/cuda")
    {
        Pattern = @"^(|8\.0|9\.0|10\.[0-2]|11\.[0-9]+|(1[2-9]|[2-9][0-9])\.[0-9]+)$",
    };

    // PAI's own images of the two engines, and what says it in its tag.
    private static readonly LazyRegex GpuImage = new(@"/pai-eas/(?:vllm|sglang):(?![^@]*cpu)|:[^/@]*-gpu(?:@|\z)");

    private static readonly string[] Documented = ["8.0", "9.0", "10.0", "10.1", "10.2", "11.0", "11.1", "11.2"];

    public static readonly Rule EAS0530_AmountIsInRange = Rule.Error("EAS0530", "GPU amount is out of range")
        .Bounds(Count, MemoryGB, CorePercentage);

    public static readonly Rule EAS0531_WholeCardsOrShare = Rule.Error("EAS0531", "Whole GPUs and a share of one are requested together")
        .When(Count, static service =>
        {
            if (service.One(Count) is not { } gpu || gpu[Count] is not >= 1)
                return;
            foreach (var share in new[] { MemoryGB, CorePercentage })
            {
                if (gpu[share] is not null)
                    service.Report(
                        gpu.At(share),
                        $"{share} is ignored when whole GPUs are requested; request whole GPUs or a share of one",
                        Fix.Remove);
            }
        });

    public static readonly Rule EAS0532_ShareNeedsMemory = Rule.Error("EAS0532", "Share of a GPU's cores without a share of its memory")
        .When(Count, static service =>
        {
            if (service.One(Count) is { } gpu && gpu[Count] is not >= 1 && gpu[CorePercentage] is not null && gpu[MemoryGB] is null)
                service.Report(gpu.At(CorePercentage), $"A share of a GPU's cores also needs a share of its memory; set {MemoryGB}");
        });

    public static readonly Rule EAS0533_ShareNeedsGroup = Rule.Error("EAS0533", "Share of a GPU on public resources")
        .When(Count, static service =>
        {
            if (service.One(Count) is { } gpu
                && gpu[Count] is not >= 1
                && gpu[MemoryGB] is not null
                && ResourceGroup.Chosen(service) is null
                && ResourceQuota.Chosen(service) is null)
                service.Report(
                    gpu.At(MemoryGB),
                    "A GPU can only be shared on an EAS resource group or a Lingjun quota; name one, or request whole GPUs");
        });

    public static readonly Rule EAS0534_CudaIsKnown = Rule.Error("EAS0534", "CUDA version is unknown")
        .Each(Cuda, static cuda => Cuda.Matches(cuda)
            ? null
            : new($"EAS has no CUDA version '{cuda}'; write one of {string.Join(", ", Documented)}"));

    public static readonly Rule EAS0535_CudaIsDocumented = Rule.Warning("EAS0535", "CUDA version is newer than those that EAS documents")
        .Each(Cuda, static cuda => cuda.Length == 0 || !Cuda.Matches(cuda) || Documented.Contains(cuda)
            ? null
            : new(
                $"EAS documents CUDA up to {Documented.Last()} and may not have '{cuda}'; "
                + $"use a documented one, or an image that brings its own"));

    public static readonly Rule EAS0536_DriverHasForm = Rule.Warning("EAS0536", "GPU driver is not a version")
        .Each(Driver, static driver => driver.Length == 0 || IsVersion(driver)
            ? null
            : new($"The GPU driver '{driver}' is not a version; write one such as 550.127.08"));

    public static readonly Rule EAS0537_CardCanBeShared = Rule.Warning("EAS0537", "Share of a GPU on an instance type that cannot share")
        .When(Count, static service =>
        {
            if (service.One(Count) is not { } gpu || gpu[Count] is >= 1 || (gpu[MemoryGB] ?? gpu[CorePercentage]) is null)
                return;
            if (Types(service).FirstOrDefault(KnownMachines.IsUnshared) is { } type)
                service.Report(
                    gpu.At(gpu[MemoryGB] is null ? CorePercentage : MemoryGB),
                    $"The GPUs of the GU series, which includes '{type}', cannot be shared; "
                    + $"request whole GPUs, or choose another instance type");
        });

    public static readonly Rule EAS0538_ImageHasGpu = Rule.Warning("EAS0538", "GPU image on instances without a GPU")
        .When(static service =>
        {
            foreach (var container in service.All(Container.Image))
            {
                if (container[Container.Image] is { } image && IsForGpu(image) && Lacking(service) is { } lacking)
                    service.Report(
                        container.At(Container.Image),
                        $"The image '{image}' needs a GPU, but {lacking}; choose an instance type with a GPU, or an image for CPUs");
            }
        });

    public static readonly FeatureType FeatureType = new(
        "GpuResource",
        "",
        [Count, MemoryGB, CorePercentage, Driver, Cuda])
    {
        Arguments = 1,
        ArgumentsAreOptional = true,
    };

    public static readonly Rule[] Rules =
    [
        EAS0530_AmountIsInRange, EAS0531_WholeCardsOrShare, EAS0532_ShareNeedsMemory, EAS0533_ShareNeedsGroup,
        EAS0534_CudaIsKnown, EAS0535_CudaIsDocumented, EAS0536_DriverHasForm, EAS0537_CardCanBeShared,
        EAS0538_ImageHasGpu,
    ];

    private static IEnumerable<string> Types(Inspection service) =>
        service.All(InstanceType.Type).Select(static item => item[InstanceType.Type]).OfType<string>();

    // A type decides it; without one, what the service asks for.
    private static Message? Lacking(Inspection service)
    {
        var types = Types(service).ToArray();
        if (types.Length > 0)
            return types.All(KnownMachines.IsWithoutGpu) ? (Message)$"'{types[0]}' has none" : null;
        return service.One(Count) is { } gpu && gpu[Count] is 0 && gpu[MemoryGB] is null ? (Message)$"{Count.Is(0)} requests none" : null;
    }

    // One of the two stands in every image that the form takes.
    private static bool IsForGpu(string image) =>
        (image.IndexOf("/pai-eas/", StringComparison.Ordinal) >= 0 || image.IndexOf("-gpu", StringComparison.Ordinal) >= 0)
            && GpuImage.IsMatch(image);

    private static bool IsVersion(string text) => Regex.IsMatch(text, @"^[0-9]+(\.[0-9]+)+\z", RegexOptions.CultureInvariant);
}
