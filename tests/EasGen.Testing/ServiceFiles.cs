namespace EasGen.Testing;

/// <summary>
/// The service JSON that tests read: the project's own below <c>tests/data</c>, and the public examples where they are. A file
/// is named by its path from the root of the repository, so that the name of a test says which one it is.
/// </summary>
public static class ServiceFiles
{
    private const string Data = "tests/data";

    /// <summary>Right ones, in every form.</summary>
    public static string[] Services => [.. Own("services"), .. Public("examples")];

    /// <summary>Wrong ones.</summary>
    public static string[] Misconfigurations => [.. Own("misconfigs"), .. Public("misconfigs")];

    /// <summary>All that is there, files included that are no JSON.</summary>
    public static string[] All => [.. Own(""), .. Public("")];

    /// <summary>The project's own in a folder of <c>tests/data</c> and those below it.</summary>
    public static string[] Own(string folder) => In(Repository.At(Data, folder));

    /// <summary>The public examples in a folder and those below it; none where they are not.</summary>
    public static string[] Public(string folder) => Repository.Shared is { } shared ? In(Path.Combine(shared, folder)) : [];

    /// <summary>The file of that path from the root.</summary>
    public static string Read(string file) => File.ReadAllText(Repository.At(file));

    private static string[] In(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Select(static path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];
}
