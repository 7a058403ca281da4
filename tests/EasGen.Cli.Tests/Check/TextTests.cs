using EasGen.Cli.Tests.Kit;
using EasGen.Testing;

namespace EasGen.Cli.Tests.Check;

/// <summary>What a person sees of a check.</summary>
public class TextTests
{
    [Fact]
    public async Task A_finding_has_its_place_its_line_the_value_underlined_the_way_out_and_the_reason()
    {
        var file = Repository.At("tests/data/misconfigs/port-of-the-engine.json");

        var answer = await Easgen.Run("check", file);

        Assert.Equal(
            [
                $"{file}:4:17: note EAS0111: With \"instance\": 1 in 'metadata', "
                + $"no instance answers while the only one is replaced or fails; use 2 or more, as EAS recommends",
                "    4 |     \"instance\": 1",
                "      |                 ^",
                "       why: While the only instance is replaced, moved or restarted, nothing answers. EAS recommends several. "
                + "A job, a service with a queue in front and one under autoscaling are not checked; "
                + "nor is a class that leaves Instances out.",
                "",
                $"{file}:18:15: error EAS0201: Port 8080 belongs to the EAS engine, which runs beside every container; "
                + $"listen on another one, such as 8000",
                "   18 |       \"port\": 8080,",
                "      |               ^^^^",
                "       fix: Use 8000",
                "       why: In every instance an engine of EAS runs beside the container and listens on 8080 and 9090. "
                + "These ports are not free for your program. 8080 is the default port of ASP.NET Core images, so it has to be changed.",
                "",
                "1 service, 1 error, 0 warnings, 1 note",
            ],
            answer.Lines);
        Assert.Equal((1, ""), (answer.Code, answer.Error));
    }

    [Fact]
    public async Task Several_findings_come_in_the_order_of_the_file_and_a_reason_once()
    {
        using var folder = new Folder();
        var file = folder.Write("a.json", """
            {
              "containers": [
                {"image": "a", "port": 8080, "command": "./a"},
                {"image": "b", "port": 9090}
              ],
              "metadata": {"name": "Iris", "instance": -1},
              "cloud": {"computing": {"instances": [{"type": "ecs.c7.large"}]}}
            }
            """);

        var answer = await Easgen.Run("check", file);

        Assert.Equal(
            ["3:28 EAS0201", "4:28 EAS0201", "6:24 EAS0101", "6:44 EAS0105"],
            answer.Lines.Where(static line => line.Contains(": error ", StringComparison.Ordinal)).Select(line =>
                line[(file.Length + 1)..].Split(':') is var parts
                    ? $"{parts[0]}:{parts[1]}{parts[2].Replace(" error", "", StringComparison.Ordinal)}"
                    : ""));
        Assert.Single(answer.Lines, static line => line.Contains("why: In every instance an engine", StringComparison.Ordinal));
        Assert.Single(answer.Lines, static line => line.Contains("why: easgen rules EAS0201", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\t\t\"port\": 8080", "\t\t        ^^^^")]
    [InlineData("\"名字\":\"😀\",\"port\": 8080", "                    ^^^^")]
    public async Task The_mark_stands_below_the_value(string member, string mark)
    {
        using var folder = new Folder();
        var file = folder.Write("a.json", Folder.Wrong.Replace("\"port\":8080", $"\n{member}\n", StringComparison.Ordinal));

        var answer = await Easgen.Run("check", file);

        var at = Array.FindIndex(answer.Lines, static line => line.Contains("error EAS0201", StringComparison.Ordinal));
        Assert.Equal($"      | {mark}", answer.Lines[at + 2]);
    }

    [Fact]
    public async Task A_setting_is_named_by_its_key()
    {
        var answer = await Easgen.Run("check", Repository.At("tests/data/misconfigs/gpu-whole-and-shared.json"));

        Assert.Contains("'metadata.gpu_memory' is ignored", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("MemoryGB", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comments_and_trailing_commas_are_taken_with_a_note()
    {
        using var folder = new Folder();
        var file = folder.Write(
            "a.json",
            Folder.Right.Replace("\"port\":8000,", "\"port\":8000, // not 8080\n", StringComparison.Ordinal)
                .Replace("\"./iris\"", "\"./iris\",", StringComparison.Ordinal));

        var answer = await Easgen.Run("check", file);

        Assert.Contains("note EAS0017: The file has comments and trailing commas", answer.Output, StringComparison.Ordinal);
        Assert.Equal("1 service, 0 errors, 0 warnings, 1 note", answer.Lines[^1]);
        Assert.Equal(0, answer.Code);
    }

    [Theory]
    [InlineData("services/image.json", 0)]
    [InlineData("misconfigs/secrets.json", 0)]
    [InlineData("misconfigs/port-of-the-engine.json", 1)]
    public async Task The_exit_code_says_whether_there_is_an_error(string file, int code) =>
        Assert.Equal(code, (await Easgen.Run("check", Repository.At("tests/data", file))).Code);

    [Fact]
    public async Task Every_example_is_free_of_errors_but_the_one_that_shows_everything()
    {
        var answer = await Easgen.Run(["check", .. ServiceFiles.Services.Select(static file => Repository.At(file))]);

        Assert.Contains($"{ServiceFiles.Services.Length} services, ", answer.Lines[^1], StringComparison.Ordinal);
        Assert.All(
            answer.Lines.Where(static line => line.Contains(": error ", StringComparison.Ordinal)),
            static line => Assert.Contains("doc-full-reference-2025.json", line, StringComparison.Ordinal));
    }
}
