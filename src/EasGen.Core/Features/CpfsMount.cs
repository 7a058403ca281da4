namespace EasGen.Core.Features;

/// <summary>A folder of a CPFS file system for Lingjun.</summary>
internal static class CpfsMount
{
    public static readonly StringSetting FileSystemId = new("FileSystemId", "cpfs/file_system_id")
    {
        Console = ConsoleParameters.CpfsMount,
    };
    public static readonly StringSetting Path = new("Path", "cpfs/path") { Console = ConsoleParameters.CpfsMount };

    public static readonly Rule EAS0430_QuotaIsLingjun = Rule.Error("EAS0430", "CPFS is mounted without a Lingjun quota")
        .When(static service =>
        {
            if (ResourceQuota.Chosen(service) is { } quota && IsLingjun(quota[ResourceQuota.Type]))
                return;
            foreach (var mount in service.All([FileSystemId, NasMount.Server]))
            {
                if (mount[FileSystemId] is { Length: > 0 } || IsCpfs(mount[NasMount.Server]))
                    service.Report(
                        mount.Pointer,
                        $"CPFS can only be mounted on a Lingjun resource quota; "
                        + $"add {ResourceQuota.FeatureType:[]}, or mount NAS or OSS instead");
            }
        });

    public static readonly Rule EAS0431_FileSystemIsGiven = Rule.Warning("EAS0431", "CPFS mount has no file system")
        .Given(FileSystemId, "The CPFS mount has no file system; give its id");

    public static readonly FeatureType FeatureType = new(
        "CpfsMount",
        "/storage/*",
        [FileSystemId, Path, Mount.MountPath, Mount.ResourceType, Mount.ResourceUse])
    {
        Arguments = 3,
        Kind = "cpfs",
    };

    public static readonly Rule[] Rules = [EAS0430_QuotaIsLingjun, EAS0431_FileSystemIsGiven];

    // A quota whose type nobody says may be one of Lingjun.
    private static bool IsLingjun(string? type) =>
        string.IsNullOrWhiteSpace(type) || Placeholder.IsIn(type!) || string.Equals(type, "Lingjun", StringComparison.OrdinalIgnoreCase);

    // The other form: a mount target of CPFS as the server of an NFS mount.
    private static bool IsCpfs(string? server) => server?.StartsWith("cpfs-", StringComparison.Ordinal) is true;
}
