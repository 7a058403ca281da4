namespace EasGen.Core.Features;

/// <summary>An empty folder of the instance's own disk, or of its memory.</summary>
internal static class LocalDiskMount
{
    private const string Memory = "memory";

    public static readonly StringSetting Medium = new("Medium", "empty_dir/medium")
    {
        Pattern = $"^({Memory})?$",
        Console = ConsoleParameters.SharedMemory,
    };
    public static readonly IntegerSetting SizeLimitGB = new("SizeLimitGB", "empty_dir/size_limit")
    {
        Minimum = 1,
        Console = ConsoleParameters.SharedMemory,
    };

    public static readonly Rule EAS0470_MediumIsMemory = Rule.Error("EAS0470", "Medium of a local disk is not memory")
        .Each(Medium, static medium => Medium.Matches(medium)
            ? null
            : new(
                $"The medium '{medium}' is not known; write '{Memory}' for shared memory, or leave it out for the disk",
                string.Equals(medium.Trim(), Memory, StringComparison.OrdinalIgnoreCase) ? Fix.Use(Memory).Certainly() : null));

    public static readonly Rule EAS0471_SizeIsPositive = Rule.Error("EAS0471", "Size of a local disk is not positive").Bounds(SizeLimitGB);

    public static readonly FeatureType FeatureType = new(
        "LocalDiskMount",
        "/storage/*",
        [Mount.MountPath, Medium, SizeLimitGB, Mount.ResourceType, Mount.ResourceUse])
    {
        Arguments = 1,
        Kind = "empty_dir",
    };

    public static readonly Rule[] Rules = [EAS0470_MediumIsMemory, EAS0471_SizeIsPositive];
}
