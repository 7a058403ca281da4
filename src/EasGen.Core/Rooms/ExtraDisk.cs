namespace EasGen.Core.Rooms;

/// <summary>What the system disk of an instance has beyond the free 30 GiB.</summary>
internal static class ExtraDisk
{
    public static readonly SizeRow SizeGB = new("SizeGB", "features/eas.aliyun.com~1extra-ephemeral-storage", "Gi") { Minimum = 0, Maximum = 2000, Console = "Additional System Disk" };

    public static readonly Rule EAS0542_SizeIsInRange = Rule.Error("EAS0542", "Size of the extra disk is out of range").Bounds(SizeGB);

    public static readonly Room Room = new("ExtraDisk", "", [SizeGB], [EAS0542_SizeIsInRange]) { Arguments = 1 };
}
