using System.Runtime.InteropServices;
using EasGen.Testing;

namespace EasGen.EndToEnd;

/// <summary>The tool, packed once for a test run and installed as a user would.</summary>
internal sealed class InstalledTool
{
    private static readonly Lazy<Task<InstalledTool>> Once = new(static () => InstallAsync([[]]));
    private static readonly Lazy<Task<InstalledTool>> Native = new(InstallNativeAsync);

    // Native code of a web server takes minutes of each core.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    private readonly string root = Directory.CreateTempSubdirectory("easgen-tool-").FullName;

    private InstalledTool() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(root, recursive: true);

    public string Feed => Path.Combine(root, "feed");

    public string Program => Path.Combine(root, "tools/easgen");

    public static Task<InstalledTool> GetAsync() => Once.Value;

    /// <summary>The tool as a release has it, in native code for this machine.</summary>
    public static Task<InstalledTool> GetNativeAsync() => Native.Value;

    public Task<CommandResult> RunAsync(params string[] arguments) => CommandLine.RunAsync(Program, arguments, root);

    private static async Task<InstalledTool> InstallNativeAsync()
    {
        // One after the other: both are made in the same folder, and the other is made in less time.
        await Once.Value;
        return await InstallAsync(
        [
            ["-p:NativeTool=true"],
            ["-p:NativeTool=true", "-r", "any"],
            ["-p:NativeTool=true", "-r", RuntimeInformation.RuntimeIdentifier],
        ]);
    }

    private static async Task<InstalledTool> InstallAsync(string[][] packs)
    {
        var tool = new InstalledTool();
        string[] pack =
        [
            "pack", Repository.At("src", "EasGen.Cli"), "-c", "Release", "-o", tool.Feed, $"-p:PackageVersion={LocalPackage.Version}",
        ];
        foreach (var arguments in packs)
            (await DotnetBuild.RunAsync(Repository.Root, [.. pack, .. arguments], timeout: Patience)).ShouldSucceed();
        (await DotnetBuild.RunAsync(
            tool.root,
            [
                "tool", "install", "EasGen.Cli", "--tool-path", Path.GetDirectoryName(tool.Program)!,
                "--source", tool.Feed, "--version", LocalPackage.Version,
            ],
            new Dictionary<string, string?> { ["NUGET_PACKAGES"] = Path.Combine(tool.root, "packages") })).ShouldSucceed();
        return tool;
    }
}
