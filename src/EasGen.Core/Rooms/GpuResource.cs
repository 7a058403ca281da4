namespace EasGen.Core.Rooms;

/// <summary>Whole GPUs of an instance, or a share of one card.</summary>
internal static class GpuResource
{
    public static readonly IntegerRow Count = new("Count", "metadata/gpu") { Minimum = 0 };
    public static readonly IntegerRow MemoryGB = new("MemoryGB", "metadata/gpu_memory") { Minimum = 1 };
    public static readonly IntegerRow CorePercentage = new("CorePercentage", "metadata/gpu_core_percentage") { Minimum = 1, Maximum = 100 };

    public static readonly Rule EAS0530_AmountIsInRange = Rule.Error("EAS0530", "GPU amount is out of range").Bounds(Count, MemoryGB, CorePercentage);

    public static readonly Rule EAS0531_WholeCardsOrShare = Rule.Error("EAS0531", "Whole GPUs and a share of one are asked for together")
        .When(static service =>
        {
            if (service.One(Count) is not { } gpu || gpu[Count] is not >= 1)
                return;
            foreach (var share in new[] { MemoryGB, CorePercentage })
            {
                if (gpu[share] is not null)
                    service.Report(gpu.At(share), $"{share} is ignored beside whole GPUs; ask for whole cards or for a share of one", Fix.Remove);
            }
        });

    public static readonly Rule EAS0532_ShareNeedsMemory = Rule.Error("EAS0532", "Share of a GPU's cores lacks its memory")
        .When(static service =>
        {
            if (service.One(Count) is { } gpu && gpu[Count] is not >= 1 && gpu[CorePercentage] is not null && gpu[MemoryGB] is null)
                service.Report(gpu.At(CorePercentage), "A share of a card's cores needs its share of the memory too; set MemoryGB");
        });

    public static readonly Room Room = new(
        "GpuResource",
        "",
        [Count, MemoryGB, CorePercentage],
        [EAS0530_AmountIsInRange, EAS0531_WholeCardsOrShare, EAS0532_ShareNeedsMemory])
    {
        Arguments = 1,
    };
}
