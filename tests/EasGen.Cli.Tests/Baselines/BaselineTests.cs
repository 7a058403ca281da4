using System.Text;
using System.Text.Json;
using EasGen.Cli.Tests.Kit;

namespace EasGen.Cli.Tests.Baselines;

/// <summary>Findings that a team has put off.</summary>
public class BaselineTests
{
    private static readonly string Unknown = Folder.With(Folder.Wrong, "\"one\":\"x\"");

    [Fact]
    public async Task What_a_baseline_knows_is_not_reported_again()
    {
        using var folder = new Folder();
        var file = folder.Write("deploy/a.json", Unknown);
        var baseline = folder.At("known.json");

        var written = await Easgen.Run("check", folder.At("deploy"), "--baseline", baseline, "--write-baseline");
        var again = await Easgen.Run("check", file, "--baseline", baseline);

        Assert.Equal((0, "", $"2 findings -> {baseline}\n"), (written.Code, written.Error, written.Output));
        Assert.Equal("1 service, 0 errors, 0 warnings, 2 findings of the baseline", Assert.Single(again.Lines));
        Assert.Equal((0, ""), (again.Code, again.Error));
        Assert.Equal(
            """
            {
              "version": 1,
              "findings": [
                {
                  "file": "deploy/a.json",
                  "pointer": "/containers/0/port",
                  "rule": "EAS0201",
                  "value": "6c237681e7092160"
                },
                {
                  "file": "deploy/a.json",
                  "pointer": "/metadata/one",
                  "rule": "EAS0004",
                  "value": "2d711642b726b044"
                }
              ]
            }

            """.ReplaceLineEndings("\n"),
            File.ReadAllText(baseline));
    }

    [Fact]
    public async Task Lines_may_move_and_a_value_may_not()
    {
        using var folder = new Folder();
        var file = folder.Write("a.json", Unknown);
        var baseline = await WriteBaseline(folder);

        folder.Write("a.json", "\n\n" + Unknown.Replace(",", ",\r\n\t", StringComparison.Ordinal));
        Assert.Empty((await Easgen.Run("check", file, "--baseline", baseline)).Findings);

        folder.Write("a.json", Unknown.Replace("8080", "9090", StringComparison.Ordinal));
        Assert.Equal(["error EAS0201"], (await Easgen.Run("check", file, "--baseline", baseline)).Findings);
    }

    [Fact]
    public async Task A_finding_is_known_as_often_as_it_was_written()
    {
        using var folder = new Folder();
        var twice = Unknown.Replace("\"one\":\"x\"", "\"instance\":2,\"instance\":2", StringComparison.Ordinal);
        var file = folder.Write("a.json", twice);
        var baseline = await WriteBaseline(folder);

        Assert.Empty((await Easgen.Run("check", file, "--baseline", baseline)).Findings);
        folder.Write("a.json", twice.Replace("\"instance\":2,", "\"instance\":2,\"instance\":2,", StringComparison.Ordinal));
        Assert.Contains("error EAS0003", (await Easgen.Run("check", file, "--baseline", baseline)).Findings);
    }

    [Fact]
    public async Task What_is_mended_is_said_and_what_was_not_checked_is_not_missed()
    {
        using var folder = new Folder();
        var file = folder.Write("a.json", Unknown);
        folder.Write("b.json", Unknown);
        var baseline = await WriteBaseline(folder);
        folder.Write("a.json", Folder.Right);

        var answer = await Easgen.Run("check", file, "--baseline", baseline);

        Assert.Equal("2 findings of the baseline no longer found; --write-baseline writes it anew", answer.Lines[^1]);
        Assert.Equal(0, answer.Code);
    }

    [Fact]
    public async Task Both_may_move_together_and_the_report_counts_what_is_known()
    {
        using var folder = new Folder();
        folder.Write("one/deploy/a.json", Unknown);
        await Easgen.Run("check", folder.At("one"), "--baseline", folder.At("one/known.json"), "--write-baseline");
        Directory.Move(folder.At("one"), folder.At("two"));

        var answer = await Easgen.Run("check", folder.At("two"), "--baseline", folder.At("two/known.json"), "--format", "json");

        using var report = JsonDocument.Parse(answer.Output);
        Assert.Equal(2, report.RootElement.GetProperty("summary").GetProperty("known").GetInt32());
        Assert.Equal((0, 0), (answer.Code, report.RootElement.GetProperty("files")[0].GetProperty("findings").GetArrayLength()));
    }

    [Fact]
    public async Task No_secret_and_nothing_that_tells_one_is_written()
    {
        using var folder = new Folder();
        const string Variables = """
            "env":[{"name":"DATABASE_PASSWORD","value":"hunter2-secret"}],"port"
            """;
        var with = Folder.Wrong.Replace("\"port\"", Variables, StringComparison.Ordinal);
        folder.Write("a.json", with);
        var baseline = await WriteBaseline(folder);
        var one = File.ReadAllText(baseline);
        folder.Write("a.json", with.Replace("hunter2-secret", "another-secret", StringComparison.Ordinal));
        await WriteBaseline(folder);

        Assert.Contains("EAS0222", one, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", one, StringComparison.Ordinal);
        Assert.Equal(one, File.ReadAllText(baseline));
    }

    public static TheoryData<string?, string> Broken => new()
    {
        { null, "does not exist; --write-baseline makes it" },
        { "", "is not JSON: line 1, column 1: There is no JSON here; write a value" },
        {
            "{\n  \"version\": 2, \"findings\": []}",
            "is wrong in line 2, column 14: the version is 2, but this easgen reads 1; write the file anew"
        },
        { """{"version":1}""", "is wrong in line 1, column 1: 'findings' is missing; add it" },
        { """{"version":1,"findings":1}""", "is wrong in line 1, column 25: here belongs a list [ … ]" },
        {
            """{"version":1,"findings":[{"file":"a","pointer":"","rule":"EAS0211x","value":""}]}""",
            "is wrong in line 1, column 58: 'EAS0211x' is not a rule; did you mean 'EAS0211'?"
        },
        {
            """{"version":1,"findings":[{"file":"a","pointer":"","rule":"EAS0211"}]}""",
            "is wrong in line 1, column 26: 'value' is missing; add it"
        },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_baseline_of_no_use_stops_the_check(string? content, string says)
    {
        using var folder = new Folder();
        var file = folder.Write("a.json", Folder.Wrong);
        var baseline = folder.At("known.json");
        if (content is not null)
            folder.Write("known.json", content);

        var answer = await Easgen.Run("check", file, "--baseline", baseline);

        Assert.Equal([$"error: '{baseline}' {says}"], answer.ErrorLines);
        Assert.Equal((2, ""), (answer.Code, answer.Output));
    }

    [Fact]
    public async Task A_baseline_is_not_written_over_inputs_that_cannot_be_used()
    {
        using var folder = new Folder();
        folder.Write("a.json", Unknown);
        folder.Write("b.json", "{\"metadata\":");
        var baseline = folder.Write("known.json", "{}");

        var answer = await Easgen.Run("check", folder.Root, "--baseline", baseline, "--write-baseline");

        Assert.Contains("is not JSON", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
        Assert.Equal((2, "{}"), (answer.Code, File.ReadAllText(baseline)));
    }

    [Fact]
    public async Task A_baseline_needs_a_place()
    {
        var answer = await Easgen.Run("check", "a.json", "--write-baseline");

        Assert.Equal(["error: --write-baseline does not say where to; add --baseline FILE"], answer.ErrorLines);
        Assert.Equal(2, answer.Code);
    }

    [Fact]
    public async Task A_baseline_that_cannot_be_written_is_told()
    {
        using var folder = new Folder();
        var file = folder.Write("a.json", Unknown);

        var answer = await Easgen.Run("check", file, "--baseline", Path.Combine(file, "known.json"), "--write-baseline");

        Assert.Contains("cannot be written: ", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(2, answer.Code);
    }

    private static async Task<string> WriteBaseline(Folder folder)
    {
        Assert.Equal(0, (await Easgen.Run("check", folder.Root, "--baseline", folder.At("known.json"), "--write-baseline")).Code);
        return folder.At("known.json");
    }

    [Theory]
    [InlineData("""{"metadata":{"name":"iris"}}""")]
    [InlineData("{")]
    [InlineData("notes")]
    [InlineData("""{"version":1,"dependencies":{}}""")]
    [InlineData("""{ "version": 1 }""")]
    public async Task A_file_of_another_kind_is_not_overwritten(string text)
    {
        using var folder = new Folder();
        var file = folder.Write("a.json", Folder.Wrong);
        var other = folder.Write("b.json", text);

        var answer = await Easgen.Run("check", file, "--baseline", other, "--write-baseline");

        Assert.Equal((2, "", text), (answer.Code, answer.Output, File.ReadAllText(other)));
        Assert.Equal(
            [$"error: '{other}' is another kind of file and stays as it is; name another one for --baseline, or delete it first"],
            answer.ErrorLines);
    }

    [Fact]
    public async Task An_empty_file_becomes_a_baseline()
    {
        using var folder = new Folder();
        var file = folder.Write("a.json", Folder.Wrong);

        var answer = await Easgen.Run("check", file, "--baseline", folder.Write("known.json", ""), "--write-baseline");

        Assert.Equal((0, ""), (answer.Code, answer.Error));
    }

    [Fact]
    public async Task The_standard_input_goes_through_while_a_baseline_is_written()
    {
        using var folder = new Folder();
        var text = Folder.With(Folder.Wrong, "\"group\":null");

        var (code, output, error) = await Easgen.Start(
            Encoding.UTF8.GetBytes(text), folder.Root, "check", "-", "--fix", "--baseline", "known.json", "--write-baseline");

        Assert.Equal((0, Folder.Wrong), (code, Encoding.UTF8.GetString(output)));
        Assert.Equal("1 finding -> known.json", error.TrimEnd());
    }

    [Theory]
    [InlineData("\"file\": 3")]
    [InlineData("\"pointer\": null")]
    [InlineData("\"value\": []")]
    public async Task An_entry_has_texts(string part)
    {
        using var folder = new Folder();
        var file = folder.Write("a.json", Folder.Wrong);
        var baseline = await WriteBaseline(folder);
        var key = part[..part.IndexOf(':', StringComparison.Ordinal)];
        var lines = File.ReadAllLines(baseline).Select(line =>
            line.TrimStart().StartsWith(key, StringComparison.Ordinal) ? $"{part}{(line.EndsWith(',') ? "," : "")}" : line);
        File.WriteAllLines(baseline, lines);

        var answer = await Easgen.Run("check", file, "--baseline", baseline);

        Assert.Equal(2, answer.Code);
        Assert.Contains("here belongs a text", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_may_be_written_in_small_letters()
    {
        using var folder = new Folder();
        var file = folder.Write("a.json", Folder.Wrong);
        var baseline = await WriteBaseline(folder);
        File.WriteAllText(baseline, File.ReadAllText(baseline).Replace("EAS0201", "eas0201", StringComparison.Ordinal));

        Assert.Empty((await Easgen.Run("check", file, "--baseline", baseline)).Findings);
    }
}
