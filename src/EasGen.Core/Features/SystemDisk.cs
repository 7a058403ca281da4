namespace EasGen.Core.Features;

/// <summary>The system disk of an instance as a whole.</summary>
internal static class SystemDisk
{
    /// <summary>What every instance has without asking, in GiB.</summary>
    private const int Free = 30;

    public static readonly SizeSetting SizeGB = new("SizeGB", "metadata/disk", "Gi")
    {
        Minimum = 1,
        Maximum = 2000,
        Console = ConsoleParameters.AdditionalSystemDisk,
    };

    public static readonly Rule EAS0541_SizeIsInRange = Rule.Error("EAS0541", "Size of the system disk is out of range").Bounds(SizeGB);

    public static readonly Rule EAS0543_DiskIsGivenOnce = Rule.Warning("EAS0543", "System disk is given as a total and as an extra size")
        .When(SizeGB, static service =>
        {
            if (service.One(SizeGB) is { } disk
                && disk[SizeGB] is { } whole
                && service.One(ExtraDisk.SizeGB)?[ExtraDisk.SizeGB] is { } extra)
            {
                service.Report(
                    disk.At(SizeGB),
                    $"The system disk has a total size of {whole} GiB and also {extra} GiB beyond the free {Free}, "
                    + $"and it is not documented which counts; keep one of the two");
            }
        });

    public static readonly Rule EAS0544_DiskIsPublic = Rule.Warning("EAS0544", "System disk on resources that have their own")
        .When(static service =>
        {
            if (Refused(service) is not { } refused || ResourceGroup.HasPublicTypes(service))
                return;
            if (service.One(SizeGB) is { } disk && disk[SizeGB] is not null)
                service.Report(disk.At(SizeGB), refused.Message, refused.Fix);
            if (service.One(ExtraDisk.SizeGB) is { } extra && extra[ExtraDisk.SizeGB] is not null)
                service.Report(extra.At(ExtraDisk.SizeGB), refused.Message, refused.Fix);
        });

    public static readonly FeatureType FeatureType = new("SystemDisk", "", [SizeGB]) { Arguments = 1 };

    public static readonly Rule[] Rules = [EAS0541_SizeIsInRange, EAS0543_DiskIsGivenOnce, EAS0544_DiskIsPublic];

    // A group can be given an elastic pool, a quota cannot.
    private static Violation? Refused(Inspection service)
    {
        if (ResourceGroup.Chosen(service) is { } group)
        {
            return group[ResourceGroup.Elastic] is true
                ? null
                : new(
                    $"A larger system disk is only available on public resources and on a resource group with an elastic pool; "
                    + $"remove it, or set {ResourceGroup.Elastic.Is(true)}");
        }
        return ResourceQuota.Chosen(service) is { } quota
            ? new(
                $"A larger system disk is only available on public resources, not on the quota '{quota[ResourceQuota.Id]}'; remove it",
                Fix.Remove.Certainly())
            : null;
    }
}
