using System.Text;
using EasGen.Cli.Tests.Kit;

namespace EasGen.Cli.Tests.Check;

/// <summary>What an argument may be, and what is said of one that is of no use.</summary>
public class InputTests
{
    [Fact]
    public async Task A_folder_is_all_services_below_it()
    {
        using var folder = new Folder();
        folder.Write("b.json", Folder.Wrong);
        folder.Write("a/deep/er/c.JSON", Folder.Wrong);
        folder.Write("package.json", """{"name":"web","version":"1.0.0"}""");
        folder.Write("list.json", "[1]");
        folder.Write("map.json", """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"map"}}""");
        folder.Write("geo.json", """{"type":"FeatureCollection","features":[]}""");
        folder.Write("notebook.json", """{"metadata":{"kernelspec":{"name":"python3"}},"nbformat":4}""");
        folder.Write("no.txt", Folder.Wrong);

        var answer = await Easgen.Run("check", folder.Root);

        Assert.Equal(
            [folder.At("a/deep/er/c.JSON"), folder.At("b.json")],
            answer.Lines.Where(static line => line.Contains(" EAS0201:", StringComparison.Ordinal))
                .Select(static line => line.Split(':')[0]));
        Assert.Equal("2 services, 2 errors, 0 warnings, 5 other JSON files skipped", answer.Lines[^1]);
        Assert.Equal(1, answer.Code);
    }

    [Theory]
    [InlineData("*.json", 1)]
    [InlineData("**/*.json", 3)]
    [InlineData("**.json", 3)]
    [InlineData("a/*/*.json", 1)]
    [InlineData("a/**", 2)]
    [InlineData("a*/", 2)]
    [InlineData("*/c.json", 1)]
    [InlineData("*/d.json", 0)]
    [InlineData("../*/a/c.json", 1)]
    public async Task A_pattern_is_what_it_matches(string pattern, int services)
    {
        using var folder = new Folder();
        folder.Write("b.json", Folder.Right);
        folder.Write("a/c.json", Folder.Right);
        folder.Write("a/deep/d.json", Folder.Right);

        var answer = await Easgen.Run("check", folder.At(pattern));

        Assert.Equal(
            $"{services} service{(services == 1 ? "" : "s")}, 0 errors, 0 warnings{(services == 0 ? ", 1 input not usable" : "")}",
            answer.Lines[^1]);
    }

    [Fact]
    public async Task A_pattern_follows_no_links_either()
    {
        using var folder = new Folder();
        folder.Write("a/b.json", Folder.Right);
        Directory.CreateSymbolicLink(folder.At("a/up"), folder.Root);
        Directory.CreateSymbolicLink(folder.At("a/self"), folder.At("a"));

        Assert.Equal("1 service, 0 errors, 0 warnings", (await Easgen.Run("check", folder.At("**/b.json"))).Lines[^1]);
    }

    [Fact]
    public async Task A_file_that_is_named_twice_is_checked_once()
    {
        using var folder = new Folder();
        var file = folder.Write("a.json", Folder.Right);

        Assert.Equal("1 service, 0 errors, 0 warnings", (await Easgen.Run("check", file, folder.Root, folder.At("*.json"))).Lines[^1]);
    }

    [Theory]
    [InlineData("""{"\ud800":1,"metadata":{"name":"a"}}""", "1 service,")]
    [InlineData("""{"metadata":{}}""", "0 services,")]
    [InlineData("""{"$schema":"https://acme.example/docs/eas-service.schema.json","metadata":{"name":"a"}}""", "1 service,")]
    [InlineData("""{"$schema":"https://acme.example/docs/eas-environment.schema.json","metadata":{"name":"a"}}""", "0 services,")]
    [InlineData("""{"$schema":1,"metadata":{"name":"a"}}""", "0 services,")]
    [InlineData("""{"metadata":{"cpu":1}}""", "1 service,")]
    [InlineData("""{"containers":[]}""", "1 service,")]
    [InlineData("""{"containers":{}}""", "0 services,")]
    [InlineData("""{"cloud":{}}""", "1 service,")]
    [InlineData("""{"name":"web","model_path":"oss://b/m/"}""", "1 service,")]
    [InlineData("""{"\ud800":1}""", "0 services,")]
    [InlineData("""{"name":"web","a":{"metadata":1}}""", "0 services,")]
    [InlineData("""{"name":"web", /* of a service? */ "processor": "pmml",}""", "1 service,")]
    public async Task What_stands_in_a_folder_is_told_by_its_keys(string text, string says)
    {
        using var folder = new Folder();
        folder.Write("a.json", text);

        Assert.StartsWith(says, (await Easgen.Run("check", folder.Root)).Lines[^1], StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[]?, string> Unusable => new()
    {
        { "missing.json", null, "does not exist" },
        { "empty.json", [], "is empty" },
        { "blank.json", " \r\n\t"u8.ToArray(), "is empty" },
        { "binary.json", [0x7F, 0x45, 0, 1, 2], "is not a text file; service JSON is text in UTF-8" },
        { "utf16.json", Encoding.Unicode.GetBytes(Folder.Right), "is text in UTF-16; save it as UTF-8" },
        { "native.dll", "MZ"u8.ToArray(), "is damaged" },
        { "text.dll", "hello"u8.ToArray(), "is damaged" },
        { "*.none", null, "matches no files" },
        { "*/../a.json", null, "has '..' after a '*'; begin the pattern with the folder that is meant" },
        { "nowhere/*.json", null, "matches no files" },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public async Task An_input_of_no_use_is_one_line_and_the_others_are_checked(string name, byte[]? content, string says)
    {
        using var folder = new Folder();
        if (content is not null)
            folder.Write(name, content);
        var right = folder.Write("z-right.json", Folder.Wrong);

        var answer = await Easgen.Run("check", folder.At(name), right);

        Assert.StartsWith($"error: '{folder.At(name)}' {says}", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
        Assert.Contains($"{right}:1:", answer.Output, StringComparison.Ordinal);
        Assert.Equal("1 service, 1 error, 0 warnings, 1 input not usable", answer.Lines[^1]);
        Assert.Equal(2, answer.Code);
    }

    [Theory]
    [InlineData("{", "1:2: error EAS0001: ")]
    [InlineData("{\n  \"a\" 1}", "2:7: error EAS0001: ")]
    [InlineData("hello", "1:1: error EAS0001: ")]
    [InlineData("// nothing", "1:11: error EAS0001: ")]
    [InlineData("{} {}", "1:4: error EAS0001: ")]
    public async Task What_is_not_JSON_is_shown_at_its_place(string text, string says)
    {
        using var folder = new Folder();
        var file = folder.Write("a.json", text);

        var answer = await Easgen.Run("check", file);

        Assert.StartsWith($"{file}:{says}", answer.Lines[0], StringComparison.Ordinal);
        var (line, column) = (says.Split(':')[0], int.Parse(says.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal($"    {line} | {text.Split('\n')[^1]}", answer.Lines[1]);
        Assert.Equal($"      | {new string(' ', column - 1)}^", answer.Lines[2]);
        Assert.Equal("0 services, 1 error, 0 warnings, 1 input not usable", answer.Lines[^1]);
        Assert.Equal(2, answer.Code);
    }

    [Fact]
    public async Task A_huge_file_is_not_read()
    {
        using var folder = new Folder();
        using (var huge = File.Create(folder.At("huge.json")))
            huge.SetLength(65L << 20);

        var answer = await Easgen.Run("check", folder.At("huge.json"));

        Assert.Contains(
            "is larger than 64 MB; a service JSON has a few kilobytes",
            Assert.Single(answer.ErrorLines),
            StringComparison.Ordinal);
        Assert.Equal(2, answer.Code);
    }

    [Fact]
    public async Task Large_files_are_judged_to_their_ends()
    {
        using var folder = new Folder();
        var variables = Enumerable
            .Range(0, 300_000)
            .Select(static index => $$"""{"name":"VARIABLE_{{index}}","value":"of some length {{index}}"}""");
        var large = Folder.Right.Replace(
            "\"port\"",
            $$"""
            "env":[{{string.Join(",\n", variables)}},{"name":"VARIABLE_0","value":""}],"port"
            """,
            StringComparison.Ordinal);
        folder.Write("a/one.json", large);
        folder.Write("a/other.json", large.Replace("iris", "other", StringComparison.Ordinal));

        var answer = await Easgen.Run("check", folder.At("a"));

        Assert.Equal(["error EAS0221", "error EAS0221"], answer.Findings);
        Assert.Equal(1, answer.Code);
    }

    [Fact]
    public async Task What_is_no_JSON_in_a_folder_is_told_too()
    {
        using var folder = new Folder();
        var file = folder.Write("a.json", """{ "name": "x" "metadata": {} }""");

        var answer = await Easgen.Run("check", folder.Root);

        Assert.StartsWith($"{file}:1:15: error EAS0001: ", answer.Lines[0], StringComparison.Ordinal);
        Assert.Equal(2, answer.Code);
    }

    [Fact]
    public async Task Links_that_go_round_in_a_circle_are_not_followed()
    {
        using var folder = new Folder();
        folder.Write("a/b.json", Folder.Right);
        Directory.CreateSymbolicLink(folder.At("a/up"), folder.Root);
        Directory.CreateSymbolicLink(folder.At("a/self"), folder.At("a"));

        Assert.Equal("1 service, 0 errors, 0 warnings", (await Easgen.Run("check", folder.Root)).Lines[^1]);
    }

    [Fact]
    public async Task What_has_no_end_is_not_read_to_its_end() =>
        Assert.Equal(
            ["error: '/dev/zero' is larger than 64 MB; a service JSON has a few kilobytes"],
            (await Easgen.Run("check", "/dev/zero")).ErrorLines);

    [Theory]
    [InlineData("check", "path")]
    [InlineData("check", "path", "--format", "sarif")]
    [InlineData("import", "path")]
    [InlineData("emit", "assembly")]
    [InlineData("deploy", "path")]
    [InlineData("status", "service")]
    public async Task A_variable_that_is_not_set_names_no_file(string verb, string argument, params string[] options)
    {
        var answer = await Easgen.Run([verb, "", .. options]);

        Assert.Equal((2, ""), (answer.Code, answer.Output));
        Assert.Equal([$"error: {argument} is empty; give it a value"], answer.ErrorLines);
    }

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/dev/stdin")]
    public async Task Settings_that_have_no_end_are_not_read_to_it(string device)
    {
        using var folder = new Folder();
        folder.Write("a.json", Folder.Right);
        File.CreateSymbolicLink(folder.At("easgen.json"), device);

        var answer = await Easgen.Run("check", folder.Root);

        Assert.Contains("easgen.json' is not JSON", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(2, answer.Code);
    }

    [Fact]
    public async Task What_a_terminal_would_obey_is_not_written_to_it()
    {
        using var folder = new Folder();
        var file = folder.Write("a\u001b[31m.json", Folder.Wrong.Replace("\"iris\"", "\"a\\u001b[31m\\nx\"", StringComparison.Ordinal));

        var answer = await Easgen.Run("check", file, folder.At("no\u001b.json"));

        Assert.DoesNotContain('\u001b', answer.Output + answer.Error);
        Assert.Contains("The service name 'a\uFFFD[31m\uFFFDx'", answer.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("import")]
    [InlineData("emit")]
    [InlineData("rules")]
    [InlineData("schema")]
    [InlineData("completion")]
    public async Task Help_is_no_error_and_ends_with_examples(string verb)
    {
        var answer = await Easgen.Run(verb, "--help");

        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.StartsWith($"  easgen {verb}", answer.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slip_stops_the_command_before_it_writes()
    {
        using var folder = new Folder();
        var file = folder.Write("a.json", Folder.Right);

        var answer = await Easgen.Run("import", file, "--ouput", folder.At("out"));

        Assert.Equal(2, answer.Code);
        Assert.Equal(["error: '--ouput' is not an option; did you mean '--output'?"], answer.ErrorLines);
        Assert.False(File.Exists("Iris.cs"));
    }

    [Fact]
    public async Task A_file_may_begin_with_an_at()
    {
        using var folder = new Folder();

        Assert.Equal("1 service, 0 errors, 0 warnings", (await Easgen.Run("check", folder.Write("@a.json", Folder.Right))).Lines[^1]);
    }

    [Fact]
    public async Task A_folder_without_JSON_is_of_no_use()
    {
        using var folder = new Folder();

        var answer = await Easgen.Run("check", folder.Root);

        Assert.Equal([$"error: '{folder.Root}' contains no JSON files"], answer.ErrorLines);
        Assert.Equal(2, answer.Code);
    }

    [Fact]
    public async Task A_link_that_leads_nowhere_is_of_no_use()
    {
        using var folder = new Folder();
        File.CreateSymbolicLink(folder.At("a.json"), folder.At("gone.json"));

        var answer = await Easgen.Run("check", folder.Root);

        Assert.Contains("cannot be read", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(2, answer.Code);
    }

    [Fact]
    public async Task An_assembly_without_services_says_so()
    {
        var answer = await Easgen.Run("check", typeof(InputTests).Assembly.Location);

        Assert.Contains("has no class with [EasService]", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_option_that_is_none_is_no_file()
    {
        var answer = await Easgen.Run("check", "--frobnicate");

        Assert.Equal(["error: '--frobnicate' is not an option; --help lists the options"], answer.ErrorLines);
        Assert.Equal(2, answer.Code);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("check", "a.json", "--format", "xml")]
    [InlineData("check", "a.json", "--format")]
    [InlineData("check", "a.json", "--severity")]
    [InlineData("check", "a.json", "--max-warnings")]
    [InlineData("check", "a.json", "--baseline")]
    [InlineData("check", "a.json", "--write-baseline=maybe")]
    [InlineData("check", "-", "--stdin-filename")]
    [InlineData("check", "a.json", "--stdin-filename")]
    [InlineData("frobnicate")]
    public async Task A_slip_in_the_command_is_told_without_a_page_of_help(params string[] arguments)
    {
        var answer = await Easgen.Run(arguments);

        Assert.Equal((2, ""), (answer.Code, answer.Output.Trim()));
        Assert.NotEmpty(answer.ErrorLines);
    }

    [Fact]
    public async Task The_files_of_the_tool_itself_are_no_services()
    {
        using var folder = new Folder();
        var file = folder.Write("a.json", Folder.Wrong);
        folder.Write("easgen.json", """{"rules":[]}""");
        await Easgen.Run("check", file, "--baseline", folder.At("known.json"), "--write-baseline");

        var byPattern = await Easgen.Run("check", folder.At("*.json"));
        var byName = await Easgen.Run("check", file, folder.At("easgen.json"), folder.At("known.json"));

        Assert.Equal("1 service, 1 error, 0 warnings, 2 other JSON files skipped", byPattern.Lines[^1]);
        Assert.Equal((byPattern.Code, byPattern.Output), (byName.Code, byName.Output));
    }

    [Theory]
    [InlineData("--baseline", "", "--write-baseline")]
    [InlineData("--baseline", " ")]
    [InlineData("--stdin-filename", "")]
    public async Task An_empty_option_is_refused(params string[] options)
    {
        var answer = await Easgen.Run(["check", "-", .. options]);

        Assert.Equal((2, ""), (answer.Code, answer.Output));
        Assert.Equal([$"error: {options[0]} is empty; give it a value, or leave it out"], answer.ErrorLines);
    }

    [Fact]
    public async Task The_value_that_counts_is_marked()
    {
        using var folder = new Folder();
        var file = folder.Write("a.json", Folder.Right.Replace("\"port\":8000", "\"port\":8080,\"port\":8000", StringComparison.Ordinal));
        var at = File.ReadAllText(file).IndexOf("8080", StringComparison.Ordinal) + 1;

        var answer = await Easgen.Run("check", file);

        Assert.Equal(
            [$"{file}:1:{at}: error EAS0201", $"{file}:1:{at + "8080,\"port\":".Length}: error EAS0003"],
            answer.Lines.Where(static line => line.Contains(": error EAS", StringComparison.Ordinal))
                .Select(static line => line[..(line.IndexOf(" EAS", StringComparison.Ordinal) + " EAS0000".Length)]));
    }

    [Fact]
    public async Task A_link_to_a_pipe_keeps_nobody_waiting()
    {
        using var folder = new Folder();
        folder.Write("a.json", Folder.Right);
        (await EasGen.Testing.CommandLine.RunAsync("mkfifo", [folder.At("pipe")], folder.Root)).ShouldSucceed();
        File.CreateSymbolicLink(folder.At("link.json"), "pipe");
        File.CreateSymbolicLink(folder.At("good.json"), "a.json");

        var answer = await Easgen.Run("check", folder.Root);

        Assert.Equal("2 services, 0 errors, 0 warnings, 1 input not usable", answer.Lines[^1]);
        Assert.Contains("link.json' is empty", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pattern_that_finds_a_pipe_keeps_nobody_waiting()
    {
        using var folder = new Folder();
        folder.Write("a.json", Folder.Right);
        (await EasGen.Testing.CommandLine.RunAsync("mkfifo", [folder.At("pipe.json")], folder.Root)).ShouldSucceed();

        var answer = await Easgen.Run("check", folder.At("*.json"));

        Assert.Equal("1 service, 0 errors, 0 warnings, 1 input not usable", answer.Lines[^1]);
    }

    [Fact]
    public async Task The_standard_input_goes_through_although_it_is_no_service()
    {
        const string Text = """{"rules":[]}""";

        var (code, output, error) = await Easgen.Start(
            Encoding.UTF8.GetBytes(Text), Path.GetTempPath(), "check", "-", "--fix", "--stdin-filename", "easgen.json");

        Assert.Equal((0, Text), (code, Encoding.UTF8.GetString(output)));
        Assert.Equal("0 services, 0 errors, 0 warnings, 0 fixed, 1 other JSON file skipped", error.TrimEnd());
    }
}
