namespace EasGen.Core.Features;

/// <summary>What the system disk of an instance has beyond the free 30 GiB.</summary>
internal static class ExtraDisk
{
    public static readonly SizeSetting SizeGB = new("SizeGB", "features/eas.aliyun.com~1extra-ephemeral-storage", "Gi")
    {
        Minimum = 0,
        Maximum = 2000,
        Console = ConsoleParameters.AdditionalSystemDisk,
    };

    public static readonly Rule EAS0542_SizeIsInRange = Rule.Error("EAS0542", "Size of the extra disk is out of range").Bounds(SizeGB);

    public static readonly FeatureType FeatureType = new("ExtraDisk", "", [SizeGB]) { Arguments = 1 };

    public static readonly Rule[] Rules = [EAS0542_SizeIsInRange];
}
