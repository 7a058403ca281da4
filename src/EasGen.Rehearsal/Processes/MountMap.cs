namespace EasGen.Rehearsal.Processes;

/// <summary>The folders here that stand for mounts: paths in variables and start lines are replaced.</summary>
internal sealed class MountMap
{
    private readonly (string Path, string Folder)[] mounts;

    /// <exception cref="RehearsalException">A folder does not exist, or the service mounts nothing there.</exception>
    public MountMap(IReadOnlyDictionary<string, string> folders, IReadOnlyList<string> mountPaths)
    {
        foreach (var (path, folder) in folders)
        {
            if (!mountPaths.Any(mount => mount.TrimEnd('/') == path.TrimEnd('/')))
                throw new RehearsalException(mountPaths.Count == 0
                    ? $"The service has no mounts, so '{path}' is none"
                    : $"'{path}' is not a mount path of the service; it has {string.Join(", ", mountPaths)}");
            if (!Directory.Exists(folder))
                throw new RehearsalException($"The folder '{folder}', which stands for the mount {path}, does not exist");
        }
        // The longest first: a mount may be inside of another.
        mounts = [.. folders
            .Where(static pair => pair.Key.TrimEnd('/').Length > 0)
            .Select(static pair => (Path: pair.Key.TrimEnd('/'), Folder: Path.GetFullPath(pair.Value).TrimEnd('/')))
            .OrderByDescending(static mount => mount.Path.Length)];
    }

    public string In(string text)
    {
        foreach (var (path, folder) in mounts)
            text = Replace(text, path, folder);
        return text;
    }

    // Where the path begins and ends as one: /models is not in /models-old, nor in /data/models.
    private static string Replace(string text, string path, string folder)
    {
        var from = 0;
        while (text.IndexOf(path, from, StringComparison.Ordinal) is >= 0 and var at)
        {
            var end = at + path.Length;
            var isWhole = (end == text.Length || !IsOfName(text[end])) && (at == 0 || !(IsOfName(text[at - 1]) || text[at - 1] == '/'));
            text = isWhole ? text[..at] + folder + text[end..] : text;
            from = isWhole ? at + folder.Length : end;
        }
        return text;
    }

    private static bool IsOfName(char sign) => char.IsLetterOrDigit(sign) || sign is '-' or '_' or '.';
}
