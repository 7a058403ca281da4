using System.IO.Compression;
using System.Runtime.InteropServices;
using EasGen.Testing;

namespace EasGen.EndToEnd;

/// <summary>The tool as a release has it: native code, which an installation finds by itself.</summary>
[Trait("Needs", "Linker")]
public class NativeToolTests
{
    private static readonly string Wrong = Repository.At("tests/data/misconfigs/port-of-the-engine.json");

    [Fact]
    public async Task Is_one_file_that_needs_no_runtime()
    {
        var tool = await InstalledTool.GetNativeAsync();
        var name = $"EasGen.Cli.{RuntimeInformation.RuntimeIdentifier}.{LocalPackage.Version}.nupkg";
        await using var package = await ZipFile.OpenReadAsync(Path.Combine(tool.Feed, name));

        Assert.Equal(
            ["DotnetToolSettings.xml", "easgen"],
            package.Entries
                .Where(static entry => entry.FullName.StartsWith("tools/", StringComparison.Ordinal))
                .Select(static entry => entry.Name)
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Does_what_the_other_does()
    {
        var native = await InstalledTool.GetNativeAsync();
        var other = await InstalledTool.GetAsync();

        string[][] commands =
        [
            ["check", Wrong],
            ["check", "-f", "json", Repository.At("tests/data/misconfigs")],
            ["check", "-f", "sarif", Wrong],
            ["import", Repository.At("tests/data/services/scaling.json")],
            ["diff", "-f", "json", Wrong, Repository.At("tests/data/services/image.json")],
            ["rules", "EAS0201"],
            ["schema"],
            ["check", "missing.json"],
            ["frobnicate"],
        ];
        foreach (var command in commands)
        {
            var (one, two) = (await native.RunAsync(command), await other.RunAsync(command));
            Assert.Equal((two.ExitCode, two.Output, two.Error), (one.ExitCode, one.Output, one.Error));
        }
    }

    [Fact]
    public async Task Reads_an_assembly()
    {
        var tool = await InstalledTool.GetNativeAsync();
        using var project = await UserProject.CreateAsync(Services.Iris);
        await project.BuildAsync();

        (await tool.RunAsync("check", project.At("bin/Debug/net10.0/App.dll"))).ShouldSucceed().ShouldSay("1 service, 0 errors");
    }
}
