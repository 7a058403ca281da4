using System.Globalization;
using System.Text.Json.Nodes;
using EasGen.Testing;

namespace EasGen.EndToEnd;

/// <summary>The tool as it is installed: packed, and run as a process.</summary>
public class ToolTests
{
    private static readonly string Wrong = Repository.At("tests/data/misconfigs/port-of-the-engine.json");

    [Fact]
    public async Task A_script_gets_plain_text_and_an_exit_code()
    {
        var easgen = await InstalledTool.GetAsync();

        var wrong = (await easgen.RunAsync("check", Wrong)).ShouldExitWith(1);
        Assert.Contains($"{Wrong}:18:15: error EAS0201: ", wrong.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', wrong.Output + wrong.Error);

        (await easgen.RunAsync("check", Wrong, "missing.json")).ShouldExitWith(2);
        (await easgen.RunAsync("check", Repository.At("tests/data/services/image.json"))).ShouldSucceed();
        Assert.Matches(@"^\d+\.\d+\.\d+", (await easgen.RunAsync("--version")).ShouldSucceed().Output);
    }

    [Theory]
    [InlineData("check - < {0}", 1)]
    [InlineData("check {0} >&-", 2)]
    [InlineData("check {0} > /dev/full", 2)]
    [InlineData("check missing.json 2> /dev/full", 2)]
    [InlineData("frobnicate 2> /dev/full", 2)]
    public async Task A_pipe_in_and_a_full_disk_out_are_no_crash(string command, int code)
    {
        var easgen = await InstalledTool.GetAsync();

        var result = await CommandLine.RunAsync(
            "sh",
            ["-c", $"{easgen.Program} {string.Format(CultureInfo.InvariantCulture, command, Wrong)}"],
            Path.GetTempPath());

        result.ShouldExitWith(code);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_gets_colours_unless_NO_COLOR_is_set()
    {
        Assert.Contains("\u001b[1m", (await OnTerminal(noColor: null)).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[1m", (await OnTerminal(noColor: "1")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shell_gets_its_completions() =>
        Assert.Contains(
            "--format",
            (await (await InstalledTool.GetAsync()).RunAsync("[suggest:14]", "easgen check -")).ShouldSucceed().Output,
            StringComparison.Ordinal);

    [Fact]
    public async Task What_is_imported_builds_to_the_JSON_that_it_came_from()
    {
        var easgen = await InstalledTool.GetAsync();
        using var project = await UserProject.CreateAsync("");
        string[] files = ["tests/data/services/scaling.json", "tests/data/services/spot.json"];

        (await easgen.RunAsync(
            [
                "import", .. files.Select(static file => Repository.At(file)),
                "--output", project.At("Services"), "--namespace", "Acme.Services",
            ])).ShouldSucceed();
        await project.BuildAsync();

        foreach (var file in files)
        {
            var service = JsonNode.Parse(ServiceFiles.Read(file))!;
            var name = (string)service["metadata"]!["name"]!;
            var artifact = JsonNode.Parse(await File.ReadAllTextAsync(project.At($"bin/Debug/net10.0/eas/{name}.json")));
            Assert.True(JsonNode.DeepEquals(service, artifact), $"{file} became\n{artifact}");
        }
    }

    // `script` gives a program a terminal of its own, and what it writes there to us.
    private static async Task<CommandResult> OnTerminal(string? noColor)
    {
        var easgen = await InstalledTool.GetAsync();
        return await CommandLine.RunAsync(
            "script",
            ["-qec", $"{easgen.Program} check {Wrong}", "/dev/null"],
            Path.GetTempPath(),
            [new("NO_COLOR", noColor), new("TERM", "xterm-256color")]);
    }
}
