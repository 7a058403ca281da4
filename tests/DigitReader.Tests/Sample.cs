using System.Text.Json;
using EasGen.Testing;

namespace Digits.Tests;

/// <summary>The sample's output folder: the program, and the artifact beside it.</summary>
internal static class Sample
{
    private static readonly string Folder = Path.Combine(
        Repository.Root, "samples/DigitReader/bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0");

    public static string Artifact { get; } = File.ReadAllText(Path.Combine(Folder, "eas/digit_reader.json"));

    public static JsonElement Json { get; } = JsonDocument.Parse(Artifact).RootElement;

    public static Task<ServiceProcess> Start() => ServiceProcess.Start(Path.Combine(Folder, "DigitReader.dll"));
}
