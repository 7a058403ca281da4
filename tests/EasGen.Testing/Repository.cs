namespace EasGen.Testing;

/// <summary>Where things are on this machine. Not asked: the working directory, or paths that the compiler wrote down.</summary>
public static class Repository
{
    private static readonly Lazy<string> LazyRoot = new(FindRoot);

    /// <summary>The folder of EasGen.sln.</summary>
    public static string Root => LazyRoot.Value;

    /// <summary>The folder <c>shared</c> beside the repository: the field facts, the real configurations and the wrong ones.</summary>
    public static string Shared
    {
        get
        {
            var shared = Path.GetFullPath(Path.Combine(Root, "..", "shared"));
            return Directory.Exists(shared) ? shared : throw new DirectoryNotFoundException($"No folder '{shared}'.");
        }
    }

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
