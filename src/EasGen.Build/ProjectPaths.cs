namespace EasGen.Build;

/// <summary>
/// Paths of a project. A task does not rely on the current directory, which belongs to the whole MSBuild process.
/// </summary>
internal sealed class ProjectPaths(string projectFile)
{
    private readonly string directory = WithSeparator(Path.GetDirectoryName(Path.GetFullPath(projectFile))!);

    /// <summary>The folder of the project.</summary>
    public string Folder => directory;

    /// <summary>The full path of what MSBuild was told; both slashes separate folders there on every system.</summary>
    public string Full(string path) => Path.GetFullPath(Path.Combine(directory, path.Replace('\\', Path.DirectorySeparatorChar)));

    /// <summary>The path as the user would write it: from the project's folder on, if it is below that.</summary>
    public string Short(string fullPath) =>
        fullPath.StartsWith(directory, StringComparison.Ordinal) ? fullPath.Substring(directory.Length) : fullPath;

    private static string WithSeparator(string path) =>
        path[path.Length - 1] == Path.DirectorySeparatorChar ? path : path + Path.DirectorySeparatorChar;
}
