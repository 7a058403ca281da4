namespace EasGen.Core.Rooms;

/// <summary>What all mounts share: the folder they appear at, and what they hold.</summary>
internal static class Mount
{
    public static readonly TextRow MountPath = new("MountPath", "mount_path") { Console = "Mount Configurations (processor)" };

    // Hints for the console; a model mount has a mark in the place of the first.
    public static readonly TextRow ResourceType = new("ResourceType", "properties/resource_type");
    public static readonly TextRow ResourceUse = new("ResourceUse", "properties/resource_use");

    private static readonly string[] SystemFolders = ["/bin", "/sbin", "/etc", "/usr", "/lib", "/lib64", "/proc", "/sys", "/dev"];

    public static readonly Rule EAS0401_MountPathIsAbsolute = Rule.Error("EAS0401", "Mount path is missing or not absolute")
        .When(static service =>
        {
            foreach (var mount in service.All(MountPath))
            {
                var path = mount[MountPath];
                if (string.IsNullOrEmpty(path))
                    service.Report(mount.At(MountPath), "The mount has no mount path; name the folder it appears at, such as /models");
                else if (!Placeholder.IsIn(path!) && path![0] != '/')
                    service.Report(mount.At(MountPath), $"The mount path '{path}' is not absolute; start it with '/'", char.IsLetterOrDigit(path[0]) && path.IndexOf(':') < 0 ? Fix.Use("/" + path) : null);
            }
        });

    public static readonly Rule EAS0402_MountPathsAreApart = Rule.Warning("EAS0402", "Two mounts share a folder")
        .When(static service =>
        {
            var mounts = service.All(MountPath).Where(static mount => mount[MountPath]?.Trim('/').Length > 0).ToArray();
            for (var i = 0; i < mounts.Length; i++)
            {
                var path = mounts[i];
                if (mounts.Take(i).FirstOrDefault(other => IsInside(path, other) || IsInside(other, path)) is { Feature: not null } taken)
                    service.Report(path.At(MountPath), $"The mount path '{path[MountPath]}' lies in the same folder as '{taken[MountPath]}' of another mount; one hides the other");
            }
        });

    public static readonly Rule EAS0403_MountPathIsFree = Rule.Error("EAS0403", "Mount path belongs to the system")
        .Each(MountPath, static path => path.TrimEnd('/') is var folder && (folder.Length == 0 ? path.Length > 0 : Array.IndexOf(SystemFolders, folder) >= 0)
            ? new($"The mount path '{path}' belongs to the system of the container; mount at a folder of your own, such as /models")
            : null);

    /// <summary>The reader raises it: attributes have one source each.</summary>
    public static readonly Rule EAS0404_MountHasOneSource = Rule.Error("EAS0404", "Mount has no source or several");

    /// <summary>The reader raises it: the console has kinds of mounts of which only their name is known.</summary>
    public static readonly Rule EAS0110_KindIsDocumented = Rule.Info("EAS0110", "Kind of mount is not documented");

    /// <summary>The rules that come with every kind of mount.</summary>
    public static readonly Rule[] Rules = [EAS0110_KindIsDocumented, EAS0401_MountPathIsAbsolute, EAS0402_MountPathsAreApart, EAS0403_MountPathIsFree, EAS0404_MountHasOneSource];

    /// <summary>True when the service mounts something in a way that EasGen does not know.</summary>
    public static bool HasUnknown(Inspection service) => RawSetting.IsInside(service, "/storage");

    /// <summary>True when the path is the folder or lies below it.</summary>
    public static bool IsInside(string path, string folder) => (path.TrimEnd('/') + "/").StartsWith(folder.TrimEnd('/') + "/", StringComparison.Ordinal);

    private static bool IsInside(Placed mount, Placed other) => IsInside(mount[MountPath]!, other[MountPath]!);
}
