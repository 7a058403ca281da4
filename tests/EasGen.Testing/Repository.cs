namespace EasGen.Testing;

/// <summary>Where things are on this machine. Not asked: the working directory, or paths that the compiler wrote down.</summary>
public static class Repository
{
    private static readonly Lazy<string> LazyRoot = new(FindRoot);

    private static readonly Lazy<string?> LazyShared = new(static () =>
        FindShared(Environment.GetEnvironmentVariable("EASGEN_SHARED"), Root));

    /// <summary>The folder of EasGen.sln.</summary>
    public static string Root => LazyRoot.Value;

    /// <summary>
    /// The folder with public examples, which are not the project's to pass on; null where there is none. The environment
    /// variable <c>EASGEN_SHARED</c> names it, and then it must be there; an empty one says that there is none. Without the
    /// variable it is the folder <c>shared</c> beside the repository, if that is there.
    /// </summary>
    public static string? Shared => LazyShared.Value;

    /// <summary>A path in the repository: <c>At("samples", "IrisClassifier")</c>.</summary>
    public static string At(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>
    /// The path on this machine of a source file that the compiler knew under another name: a build server's compiler
    /// maps the root to <c>/_/</c>.
    /// </summary>
    internal static string Locate(string callerFilePath)
    {
        if (File.Exists(callerFilePath))
            return callerFilePath;

        var parts = callerFilePath.Split('/', '\\');
        for (var skip = 0; skip < parts.Length; skip++)
        {
            var path = At(parts.AsSpan(skip));
            if (File.Exists(path))
                return path;
        }

        throw new FileNotFoundException($"'{callerFilePath}' is not in '{Root}'.");
    }

    internal static string? FindShared(string? named, string root)
    {
        if (named is null)
            return Path.GetFullPath(Path.Combine(root, "..", "shared")) is var beside && Directory.Exists(beside) ? beside : null;
        if (named.Length == 0)
            return null;
        var folder = Path.GetFullPath(Path.Combine(root, named));
        return Directory.Exists(folder)
            ? folder
            : throw new DirectoryNotFoundException($"EASGEN_SHARED names '{folder}', which is not there.");
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "EasGen.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No EasGen.sln above '{AppContext.BaseDirectory}'.");
    }
}
