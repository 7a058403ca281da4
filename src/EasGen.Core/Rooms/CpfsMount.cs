namespace EasGen.Core.Rooms;

/// <summary>A folder of a CPFS file system for Lingjun.</summary>
internal static class CpfsMount
{
    public static readonly TextRow FileSystemId = new("FileSystemId", "cpfs/file_system_id") { Console = "CPFS for Lingjun: file system, path, mount path" };
    public static readonly TextRow Path = new("Path", "cpfs/path") { Console = "CPFS for Lingjun: file system, path, mount path" };

    public static readonly Rule EAS0431_FileSystemIsGiven = Rule.Error("EAS0431", "CPFS mount has no file system")
        .When(static service =>
        {
            foreach (var mount in service.All(FileSystemId))
            {
                if (string.IsNullOrWhiteSpace(mount[FileSystemId]))
                    service.Report(mount.At(FileSystemId), "The CPFS mount has no file system; give its id");
            }
        });

    public static readonly Room Room = new(
        "CpfsMount",
        "/storage/*",
        [FileSystemId, Path, Mount.MountPath, Mount.ResourceType, Mount.ResourceUse],
        [.. Mount.Rules, EAS0431_FileSystemIsGiven])
    {
        Arguments = 3,
        Kind = "cpfs",
    };
}
