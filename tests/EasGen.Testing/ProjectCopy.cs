namespace EasGen.Testing;

/// <summary>A project in a folder of its own that a test may change, build and forget.</summary>
public sealed class ProjectCopy : IDisposable
{
    private static readonly HashSet<string> Leftovers = new(StringComparer.OrdinalIgnoreCase) { "bin", "obj" };

    private readonly string root = Directory.CreateTempSubdirectory("easgen-").FullName;

    private ProjectCopy()
    {
    }

    /// <summary>The folder of the copy.</summary>
    public string Folder => root;

    /// <summary>An empty folder.</summary>
    public static ProjectCopy Empty() => new();

    /// <summary>Copies a project without its bin and obj.</summary>
    public static ProjectCopy Of(string folder)
    {
        var copy = new ProjectCopy();
        Copy(new DirectoryInfo(folder), copy.Folder);
        return copy;
    }

    /// <summary>The path of a file in the copy.</summary>
    public string At(string path) => Path.Combine(root, path);

    /// <summary>Writes a file, over an old one if there is one.</summary>
    public ProjectCopy Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
        return this;
    }

    /// <summary>The text of a file.</summary>
    public string Read(string path) => File.ReadAllText(At(path));

    /// <summary>Runs <c>dotnet</c> in the copy.</summary>
    public Task<CommandResult> DotnetAsync(params IEnumerable<string> arguments) => DotnetBuild.RunAsync(Folder, arguments);

    /// <inheritdoc cref="DotnetBuild.RunAsync"/>
    public Task<CommandResult> DotnetAsync(
        IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment, TimeSpan? timeout = null) =>
        DotnetBuild.RunAsync(Folder, arguments, environment, timeout);

    /// <summary>Deletes the copy.</summary>
    public void Dispose() => Directory.Delete(root, recursive: true);

    private static void Copy(DirectoryInfo from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in from.EnumerateFiles())
            file.CopyTo(Path.Combine(to, file.Name));
        foreach (var folder in from.EnumerateDirectories().Where(folder => !Leftovers.Contains(folder.Name)))
            Copy(folder, Path.Combine(to, folder.Name));
    }
}
