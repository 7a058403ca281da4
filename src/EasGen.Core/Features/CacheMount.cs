namespace EasGen.Core.Features;

/// <summary>A second, faster way to the files of another mount: idle memory keeps them.</summary>
internal static class CacheMount
{
    public static readonly StringSetting Path = new("Path", "cache/path");
    public static readonly SizeSetting CapacityGB = new("CapacityGB", "cache/capacity", "G") { Minimum = 1 };

    public static readonly Rule EAS0480_PathIsGiven = Rule.Warning("EAS0480", "Cache mount has no path")
        .Given(Path, "The cache mount has no path; set it to the mount path of the files to cache");

    public static readonly Rule EAS0481_CapacityIsPositive = Rule.Error(
        "EAS0481",
        "Capacity of a cache is not positive").Bounds(CapacityGB);

    public static readonly Rule EAS0482_PathIsMounted = Rule.Warning("EAS0482", "Cache path is not inside another mount")
        .When(Path, static service =>
        {
            var folders = service.All(Mount.MountPath)
                .Where(static mount => mount.Type.IndexOf(Path) < 0)
                .Select(static mount => mount[Mount.MountPath] ?? "")
                .ToArray();
            if (folders.Any(Placeholder.IsIn) || Mount.HasUnknown(service))
                return;
            foreach (var mount in service.All(Path))
            {
                if (mount[Path] is { } path
                    && !string.IsNullOrWhiteSpace(path)
                    && !Placeholder.IsIn(path)
                    && !folders.Any(folder => folder.Length > 0 && Mount.IsInside(path, folder)))
                    service.Report(
                        mount.At(Path),
                        $"'{path}' is not inside another mount, so there are no files to cache; use the mount path of another mount");
            }
        });

    public static readonly FeatureType FeatureType = new(
        "CacheMount",
        "/storage/*",
        [Path, Mount.MountPath, CapacityGB, Mount.ResourceType, Mount.ResourceUse])
    {
        Arguments = 2,
        Kind = "cache",
    };

    public static readonly Rule[] Rules = [EAS0480_PathIsGiven, EAS0481_CapacityIsPositive, EAS0482_PathIsMounted];
}
