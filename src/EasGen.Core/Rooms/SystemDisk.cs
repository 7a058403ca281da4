using System.Globalization;

namespace EasGen.Core.Rooms;

/// <summary>The system disk of an instance as a whole.</summary>
internal static class SystemDisk
{
    /// <summary>What every instance has without asking, in GiB.</summary>
    private const int Free = 30;

    public static readonly SizeRow SizeGB = new("SizeGB", "metadata/disk", "Gi") { Minimum = 1, Maximum = 2000, Console = "Additional System Disk" };

    public static readonly Rule EAS0541_SizeIsInRange = Rule.Error("EAS0541", "System disk has no possible size").Bounds(SizeGB);

    public static readonly Rule EAS0543_DiskIsGivenOnce = Rule.Warning("EAS0543", "System disk is given as a whole and as an addition")
        .When(static service =>
        {
            if (service.One(SizeGB) is { } disk && disk[SizeGB] is { } whole && service.One(ExtraDisk.SizeGB)?[ExtraDisk.SizeGB] is { } extra)
            {
                service.Report(
                    disk.At(SizeGB),
                    $"The system disk is {Text(whole)} GiB as a whole and {Text(extra)} GiB beyond the free {Text(Free)}; keep one of the two settings, which of them counts is not documented");
            }
        });

    public static readonly Rule EAS0544_DiskIsPublic = Rule.Warning("EAS0544", "System disk on a resource group without an elastic pool")
        .When(static service =>
        {
            if (ResourceGroup.Chosen(service) is not { } group || group[ResourceGroup.Elastic] is true || ResourceGroup.HasPublicTypes(service))
                return;
            if (service.One(SizeGB) is { } disk && disk[SizeGB] is not null)
                service.Report(disk.At(SizeGB), OnGroup());
            if (service.One(ExtraDisk.SizeGB) is { } extra && extra[ExtraDisk.SizeGB] is not null)
                service.Report(extra.At(ExtraDisk.SizeGB), OnGroup());
        });

    public static readonly Room Room = new("SystemDisk", "", [SizeGB], [EAS0541_SizeIsInRange, EAS0543_DiskIsGivenOnce, EAS0544_DiskIsPublic]) { Arguments = 1 };

    private static Message OnGroup() =>
        $"A larger system disk is offered on public resources, and on a resource group with an elastic pool; remove it, or set {ResourceGroup.Elastic.Is(true)}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
