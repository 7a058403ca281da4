namespace EasGen.Cli.Tests.Kit;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class Folder : IDisposable
{
    public const string Right =
        """{"metadata":{"name":"iris","instance":2},"cloud":{"computing":{"instances":[{"type":"ecs.c7.large"}]}},"containers":"""
        + """[{"image":"acme/iris:1","port":8000,"command":"./iris"}]}""";

    public static readonly string Wrong = Right.Replace("8000", "8080", StringComparison.Ordinal);

    /// <summary>A service with more in its metadata.</summary>
    public static string With(string service, string metadata) =>
        service.Replace("\"instance\":2", $"\"instance\":2,{metadata}", StringComparison.Ordinal);

    public string Root { get; } = Directory.CreateTempSubdirectory("easgen-cli-").FullName;

    public string At(string path) => Path.Combine(Root, path);

    /// <summary>Writes a file, and gives its path.</summary>
    public string Write(string path, string text) => Write(path, System.Text.Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="Write(string, string)"/>
    public string Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllBytes(At(path), bytes);
        return At(path);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
