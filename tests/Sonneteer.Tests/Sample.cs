using System.Text.Json;
using EasGen.Testing;

namespace Sonnets.Tests;

/// <summary>The sample in a process of its own, and the artifact beside it.</summary>
internal static class Sample
{
    private static readonly string Folder = Path.Combine(
        Repository.Root, "samples/Sonneteer/bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0");

    private static readonly string Assembly = Path.Combine(Folder, "Sonneteer.dll");

    public static string Artifact { get; } = File.ReadAllText(Path.Combine(Folder, "eas/sonneteer.json"));

    public static JsonElement Json { get; } = JsonDocument.Parse(Artifact).RootElement;

    public static Task<ServiceProcess> Start(int tokensPerSecond = 1000) =>
        ServiceProcess.Start(Assembly, $"--Sonneteer:TokensPerSecond={tokensPerSecond}");

    /// <summary>Starts it on a text elsewhere, and does not wait until it has read it.</summary>
    public static Task<ServiceProcess> Launch(string textFolder) =>
        ServiceProcess.Launch(Assembly, $"\"--Sonneteer:Folder={textFolder}\"");
}
