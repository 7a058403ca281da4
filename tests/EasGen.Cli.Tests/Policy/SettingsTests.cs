using System.Text;
using EasGen.Cli.Rules;
using EasGen.Cli.Tests.Kit;
using EasGen.Core.Checking;
using EasGen.Testing;
using NJsonSchema;

namespace EasGen.Cli.Tests.Policy;

/// <summary>How much rules count when an easgen.json says so.</summary>
public class SettingsTests
{
    private const string Off = """{"rules":[{"rule":"EAS0201","severity":"off","reason":"The image moves it."}]}""";

    [Theory]
    [InlineData("easgen.json", "deploy/a.json", "")]
    [InlineData("deploy/easgen.json", "deploy/a.json", "")]
    [InlineData("deploy/easgen.json", "a.json", "error EAS0201")]
    [InlineData("other/easgen.json", "deploy/a.json", "error EAS0201")]
    public async Task Settings_count_beside_and_below_them(string settings, string file, string finding)
    {
        using var folder = new Folder();
        folder.Write(settings, Off);

        var answer = await Easgen.Run("check", folder.Write(file, Folder.Wrong));

        Assert.Equal(finding.Length == 0 ? [] : [finding], answer.Findings);
        Assert.Equal("", answer.Error);
    }

    [Theory]
    [InlineData("deploy/**", "deploy/x/a.json", true)]
    [InlineData("deploy/**/*.json", "deploy/a.json", true)]
    [InlineData("**/a.json", "deploy/x/a.json", true)]
    [InlineData("a.json", "a.json", true)]
    [InlineData("*.json", "deploy/a.json", false)]
    [InlineData("deploy/**", "a.json", false)]
    [InlineData("Deploy/**", "deploy/a.json", false)]
    public async Task A_pattern_says_in_which_files(string pattern, string file, bool isOff)
    {
        using var folder = new Folder();
        var files = $"\"files\":[\"none/**\",\"{pattern}\"],\"severity\"";
        folder.Write("easgen.json", Off.Replace("\"severity\"", files, StringComparison.Ordinal));

        var answer = await Easgen.Run("check", folder.Write(file, Folder.Wrong));

        Assert.Equal(isOff ? [] : ["error EAS0201"], answer.Findings);
    }

    [Fact]
    public async Task The_nearest_settings_and_in_them_the_last_word_count_and_the_command_outranks_them()
    {
        using var folder = new Folder();
        folder.Write("easgen.json", Off);
        folder.Write("deploy/easgen.json", """
            // Why not.
            {
              "$schema": "https://example.com/easgen.schema.json",
              "rules": [
                { "rule": "EAS0201", "severity": "error", "reason": "a" },
                { "rule": "eas0201", "severity": "note", "reason": "b" },
              ],
            }
            """);
        var file = folder.Write("deploy/a.json", Folder.Wrong);

        Assert.Equal(["note EAS0201"], (await Easgen.Run("check", file)).Findings);
        Assert.Equal(["warning EAS0201"], (await Easgen.Run("check", file, "--severity", "EAS0201=warning")).Findings);
    }

    [Fact]
    public async Task Settings_are_no_service_that_was_skipped()
    {
        using var folder = new Folder();
        folder.Write("easgen.json", "{}");
        folder.Write("a.json", Folder.Right);

        Assert.Equal("1 service, 0 errors, 0 warnings", (await Easgen.Run("check", folder.Root)).Lines[^1]);
    }

    private const string OpenList =
        "The JSON ends while the '[' at line 1, column 1 is still open; add what is missing, and ']' at the end";

    private const string Leaves =
        "leads out of the folder of this file; write a pattern that begins there, such as 'deploy/**'";

    public static TheoryData<string, string[]> Broken => new()
    {
        { "[", ["is not JSON: line 1, column 2: " + OpenList] },
        { "{\"password\": hush1234}", ["is not JSON: line 1, column 14: '***' is not JSON; put text in double quotes"] },
        { "[]", ["is wrong in line 1, column 1: here belongs an object { … }"] },
        { """{"rulse":[]}""", ["is wrong in line 1, column 10: 'rulse' is not known; did you mean 'rules'?"] },
        { """{"rules":{}}""", ["is wrong in line 1, column 10: here belongs a list [ … ]"] },
        { """{"rules":[1]}""", ["is wrong in line 1, column 11: here belongs an object { … }"] },
        {
            "{\"rules\":[\n{}]}",
            [
                "is wrong in line 2, column 1: 'rule' is missing; add it",
                "is wrong in line 2, column 1: 'severity' is missing; add it",
                "is wrong in line 2, column 1: 'reason' is missing; add it",
            ]
        },
        {
            """{"rules":[{"rule":"EAS0211x","severity":"warn","reason":" ","files":[],"rule":1}]}""",
            [
                "is wrong in line 1, column 19: 'EAS0211x' is not a rule; did you mean 'EAS0211'?",
                "is wrong in line 1, column 41: 'warn' is not a severity; write one of error, warning, note, off",
                "is wrong in line 1, column 57: here belongs a text that is not empty",
                "is wrong in line 1, column 69: the list is empty, so that no file is meant; name some, or leave it out for all",
                "is wrong in line 1, column 79: 'rule' is given twice; keep one of them",
            ]
        },
        {
            """{"rules":[{"rule":"EAS1005","severity":"off","reason":"x","files":["../x","/x"]}]}""",
            [
                "is wrong in line 1, column 19: 'EAS1005' is about code, which the compiler judges; set its severity in .editorconfig",
                $"is wrong in line 1, column 68: '../x' {Leaves}",
                $"is wrong in line 1, column 75: '/x' {Leaves}",
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Broken_settings_are_told_once_with_each_place_and_their_files_are_not_checked(string settings, string[] mistakes)
    {
        using var folder = new Folder();
        var broken = folder.Write("easgen.json", settings);
        var other = folder.Write("other/easgen.json", "{}");
        folder.Write("a.json", Folder.Wrong);
        folder.Write("b.json", Folder.Wrong);
        folder.Write("other/c.json", Folder.Wrong);

        var answer = await Easgen.Run("check", folder.Root);

        Assert.Equal(
            mistakes.Order(StringComparer.Ordinal).Select(mistake => $"error: '{broken}' {mistake}"),
            answer.ErrorLines.Order(StringComparer.Ordinal));
        Assert.Equal(["error EAS0201"], answer.Findings);
        Assert.Equal(2, answer.Code);
        Assert.True(File.Exists(other));
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task The_schema_refuses_what_the_tool_refuses(string settings, string[] mistakes)
    {
        var schema = await JsonSchema.FromFileAsync(Repository.At("docs/easgen.schema.json"));

        // Which editors tell by themselves, and what needs the folder.
        if (!mistakes[0].StartsWith("is not JSON", StringComparison.Ordinal))
            Assert.NotEmpty(schema.Validate(settings));
        Assert.Empty(schema.Validate(Off));
        Assert.Empty(schema.Validate("{}"));
    }

    [Fact]
    public async Task The_schema_has_every_rule_that_can_be_adjusted()
    {
        var schema = await JsonSchema.FromFileAsync(Repository.At("docs/easgen.schema.json"));

        Assert.Equal(
            RuleCatalog.All.Where(static rule => RuleIds.FindAdjustable(rule.Id).Rule == rule).Select(static rule => rule.Id),
            schema.Properties["rules"].Item!.Properties["rule"].OneOf.Select(static one => (string)one.Enumeration.Single()!));
    }

    [Fact]
    public async Task The_standard_input_has_the_settings_of_the_file_that_it_stands_for()
    {
        using var folder = new Folder();
        folder.Write("deploy/easgen.json", Off);
        var input = Encoding.UTF8.GetBytes(Folder.Wrong);

        var named = await Easgen.Start(input, folder.Root, "check", "-", "--stdin-filename", "deploy/new.json");
        var unnamed = await Easgen.Start(input, folder.Root, "check", "-");
        var other = await Easgen.Start(input, folder.Root, "check", "-", "--stdin-filename", "x.json");

        Assert.Equal((0, "1 service, 0 errors, 0 warnings\n"), (named.Code, Encoding.UTF8.GetString(named.Output)));
        Assert.StartsWith("-:1:148: error EAS0201: ", Encoding.UTF8.GetString(unnamed.Output), StringComparison.Ordinal);
        Assert.StartsWith("x.json:1:148: error EAS0201: ", Encoding.UTF8.GetString(other.Output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_for_the_standard_input_needs_one()
    {
        var answer = await Easgen.Run("check", "a.json", "--stdin-filename", "b.json");

        Assert.Equal(
            ["error: --stdin-filename 'b.json' names the standard input, which is not read; give - as the path"],
            answer.ErrorLines);
        Assert.Equal(2, answer.Code);
    }
}
