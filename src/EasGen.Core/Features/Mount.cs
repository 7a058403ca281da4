namespace EasGen.Core.Features;

/// <summary>What all mounts share: the folder they appear at, and what they hold.</summary>
internal static class Mount
{
    public static readonly StringSetting MountPath = new("MountPath", "mount_path") { Console = ConsoleParameters.MountConfigurations };

    // Hints for the console; a model mount has a mark in the place of the first.
    public static readonly StringSetting ResourceType = new("ResourceType", "properties/resource_type");
    public static readonly StringSetting ResourceUse = new("ResourceUse", "properties/resource_use");

    // So many are compared with each other faster than their folders are written down.
    private const int Few = 16;

    private static readonly string[] SystemFolders = ["/bin", "/sbin", "/etc", "/usr", "/lib", "/lib64", "/proc", "/sys", "/dev"];

    public static readonly Rule EAS0401_MountPathIsAbsolute = Rule.Error("EAS0401", "Mount path is missing or not absolute")
        .When(MountPath, static service =>
        {
            foreach (var mount in service.All(MountPath))
            {
                var path = mount[MountPath];
                if (string.IsNullOrEmpty(path))
                    service.Report(mount.At(MountPath), "The mount has no mount path; set the folder that it appears in, such as /models");
                else if (!Placeholder.IsIn(path!) && path![0] != '/')
                    service.Report(
                        mount.At(MountPath),
                        $"The mount path '{path}' is not absolute; start it with '/'",
                        char.IsLetterOrDigit(path[0]) && path.IndexOf(':') < 0 ? Fix.UseCertainly("/" + path) : null);
            }
        });

    public static readonly Rule EAS0402_MountPathsAreApart = Rule.Warning("EAS0402", "Two mounts share a folder")
        .When(MountPath, static service =>
        {
            var mounts = Array.FindAll(service.All(MountPath), static mount => mount[MountPath]?.Trim('/').Length > 0);
            if (mounts.Length <= Few && !Overlap(mounts))
                return;
            // What stands at each folder, and what stands at it or below it: the first mount of each.
            var (at, below) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
            for (var i = 0; i < mounts.Length; i++)
            {
                var folders = Above(mounts[i][MountPath]!.TrimEnd('/'));
                var taken = folders.Select(folder => First(at, folder)).Append(First(below, folders[0])).Min();
                if (taken < i)
                    service.Report(mounts[i].At(MountPath), Overlap(mounts[i][MountPath]!, mounts[taken][MountPath]!));
                at[folders[0]] = Math.Min(i, First(at, folders[0]));
                foreach (var folder in folders)
                    below[folder] = Math.Min(i, First(below, folder));
            }
        });

    public static readonly Rule EAS0403_MountPathIsFree = Rule.Error("EAS0403", "Mount path belongs to the system")
        .Each(MountPath, static path => path.TrimEnd('/') is var folder && (
            folder.Length == 0 ? path.Length > 0 : Array.IndexOf(SystemFolders, folder) >= 0)
            ? new($"The mount path '{path}' belongs to the system of the container; use another folder, such as /models")
            : null);

    /// <summary>The reader raises it: attributes have one source each.</summary>
    public static readonly Rule EAS0404_MountHasOneSource = Rule.Error("EAS0404", "Mount has no source or several");

    /// <summary>The reader raises it: the console has kinds of mounts of which only their name is known.</summary>
    public static readonly Rule EAS0110_KindIsDocumented = Rule.Info("EAS0110", "Kind of mount is not documented");

    /// <summary>The rules that come with every kind of mount.</summary>
    public static readonly Rule[] Rules =
    [
        EAS0110_KindIsDocumented,
        EAS0401_MountPathIsAbsolute,
        EAS0402_MountPathsAreApart,
        EAS0403_MountPathIsFree,
        EAS0404_MountHasOneSource,
    ];

    /// <summary>True when the service mounts something in a way that EasGen does not know.</summary>
    public static bool HasUnknown(Inspection service) => RawSetting.IsInside(service, "/storage");

    /// <summary>True when the path is the folder or lies below it.</summary>
    public static bool IsInside(string path, string folder) => JsonPointer.IsAtOrAbove(folder.TrimEnd('/'), path.TrimEnd('/'));

    private static bool Overlap(AddressedFeature[] mounts)
    {
        for (var i = 1; i < mounts.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (path, other) = (mounts[i][MountPath]!, mounts[j][MountPath]!);
                if (IsInside(path, other) || IsInside(other, path))
                    return true;
            }
        }
        return false;
    }

    private static Message Overlap(string path, string other) => path.TrimEnd('/') == other.TrimEnd('/')
        ? (Message)$"Two mounts use '{path}'; give each its own path"
        : $"The mount paths '{path}' and '{other}' overlap, so one hides the other; use separate folders";

    private static int First(Dictionary<string, int> mounts, string folder) =>
        mounts.TryGetValue(folder, out var first) ? first : int.MaxValue;

    // The folder and those around it, of which a path has few.
    private static string[] Above(string folder) =>
        JsonPointer.Depth(folder) > JsonPointer.Deepest ? [folder] : [.. JsonPointer.AndAbove(folder)];
}
