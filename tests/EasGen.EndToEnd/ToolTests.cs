using EasGen.Testing;

namespace EasGen.EndToEnd;

/// <summary>The tool as it is installed: packed, and run as a process.</summary>
public sealed class ToolTests : IDisposable
{
    private readonly ProjectCopy folder = ProjectCopy.Empty();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_installed_tool_checks_and_is_colourful_on_a_terminal_alone()
    {
        (await DotnetBuild.RunAsync(Repository.Root, ["pack", Repository.At("src", "EasGen.Cli"), "-c", "Release", "-o", folder.At("feed"), $"-p:PackageVersion={LocalPackage.Version}"])).ShouldSucceed();
        (await DotnetBuild.RunAsync(
            folder.Folder,
            ["tool", "install", "EasGen.Cli", "--tool-path", folder.At("tools"), "--source", folder.At("feed"), "--version", LocalPackage.Version],
            new Dictionary<string, string?> { ["NUGET_PACKAGES"] = folder.At("packages") })).ShouldSucceed();
        var wrong = Path.Combine(Repository.Shared, "misconfigs", "01-reserved-port-8080.json");

        var piped = (await EasgenAsync("check", wrong)).ShouldExitWith(1);
        Assert.Contains($"{wrong}:10:15: error EAS0201: ", piped.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', piped.Output + piped.Error);

        (await EasgenAsync("check", wrong, folder.At("missing.json"))).ShouldExitWith(2);
        (await EasgenAsync("check", Path.Combine(Repository.Shared, "misconfigs", "00-baseline.json"))).ShouldSucceed();
        Assert.Matches(@"^\d+\.\d+\.\d+", (await EasgenAsync("--version")).ShouldSucceed().Output);
        Assert.Contains("--format", (await EasgenAsync("[suggest:14]", "easgen check -")).ShouldSucceed().Output, StringComparison.Ordinal);

        Assert.Contains('\u001b', (await OnTerminal(wrong, noColor: null)).Output);
        Assert.DoesNotContain("\u001b[1m", (await OnTerminal(wrong, noColor: "1")).Output, StringComparison.Ordinal);
    }

    private Task<CommandResult> EasgenAsync(params string[] arguments) => CommandLine.RunAsync(folder.At("tools/easgen"), arguments, folder.Folder);

    // `script` gives a program a terminal of its own, and what it writes there to us.
    private Task<CommandResult> OnTerminal(string file, string? noColor) => CommandLine.RunAsync(
        "script", ["-qec", $"{folder.At("tools/easgen")} check {file}", "/dev/null"], folder.Folder, [new("NO_COLOR", noColor), new("TERM", "xterm-256color")]);
}
