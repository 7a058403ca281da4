using System.Text.Json;
using EasGen.Cli.Tests.Kit;
using EasGen.Core.Checking;
using NJsonSchema;

namespace EasGen.Cli.Tests.Check;

/// <summary>What programs read of a check.</summary>
public class ReportTests
{
    [Fact]
    public async Task The_JSON_has_every_finding_with_its_place()
    {
        using var folder = new Folder();
        var file = folder.Write("a.json", Folder.Wrong);

        var answer = await Easgen.Run("check", file, folder.At("missing.json"), "--format", "json");

        Assert.Equal(
            Compact($$"""
                {
                  "version": 1,
                  "summary": { "services": 1, "errors": 1, "warnings": 0, "notes": 0, "skipped": 0, "unusable": 1 },
                  "files": [
                    {
                      "path": "{{file}}",
                      "findings": [
                        {
                          "rule": "EAS0201",
                          "severity": "error",
                          "message":
                            "Port 8080 belongs to the EAS engine, which runs beside every container; listen on another one, such as 8000",
                          "pointer": "/containers/0/port",
                          "line": 1,
                          "column": 148,
                          "length": 4,
                          "fix": "Use 8000",
                          "help": "https://github.com/easgen/easgen/blob/main/docs/rules/EAS0201.md"
                        }
                      ]
                    }
                  ],
                  "unusable": [{ "path": "{{folder.At("missing.json")}}", "message": "'{{folder.At("missing.json")}}' does not exist" }]
                }
                """),
            Compact(answer.Output));
        Assert.Equal((2, ""), (answer.Code, answer.Error));
    }

    [Fact]
    public async Task The_JSON_counts_what_it_lists_as_unusable()
    {
        using var folder = new Folder();
        string[] unusable =
        [
            folder.Write("broken.json", "{"), folder.Write("comment.json", "// nothing else"), folder.Write("empty.json", ""),
            folder.Write("bytes.json", "\0"), folder.Write("text.dll", "no assembly"), folder.At("missing.json"), folder.At("none/*.json"),
        ];

        var answer = await Easgen.Run(["check", folder.Write("a.json", Folder.Right), .. unusable, "--format", "json"]);

        using var report = JsonDocument.Parse(answer.Output);
        var summary = report.RootElement.GetProperty("summary");
        Assert.Equal(
            unusable.Order(StringComparer.Ordinal),
            report.RootElement.GetProperty("unusable").EnumerateArray()
                .Select(static input => input.GetProperty("path").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal(unusable.Length, summary.GetProperty("unusable").GetInt32());
        Assert.Equal((1, 2), (summary.GetProperty("services").GetInt32(), answer.Code));
    }

    [Theory]
    [InlineData("a b/ü#%.json", "a%20b/%C3%BC%23%25.json")]
    [InlineData("a.json", "a.json")]
    public async Task SARIF_is_valid_and_leads_to_the_value(string name, string address)
    {
        using var folder = new Folder();
        var file = folder.Write(name, Folder.Wrong);

        var answer = await Easgen.Run("check", file, folder.At("missing.json"), "--format", "sarif");

        await ShouldBeSarif(answer.Output);
        using var log = JsonDocument.Parse(answer.Output);
        var run = log.RootElement.GetProperty("runs")[0];
        var result = Assert.Single(run.GetProperty("results").EnumerateArray());
        Assert.Equal(
            "EAS0201",
            run.GetProperty("tool")
                .GetProperty("driver")
                .GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()]
                .GetProperty("id")
                .GetString());
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.EndsWith("/" + address, place.GetProperty("artifactLocation").GetProperty("uri").GetString(), StringComparison.Ordinal);
        Assert.Equal((1, 148, 152), (Number("startLine"), Number("startColumn"), Number("endColumn")));
        Assert.False(run.GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean());

        int Number(string member) => place.GetProperty("region").GetProperty(member).GetInt32();
    }

    [Fact]
    public async Task SARIF_knows_every_rule_with_its_page()
    {
        using var folder = new Folder();

        var answer = await Easgen.Run("check", folder.Write("a.json", Folder.Right), "--format", "sarif");

        await ShouldBeSarif(answer.Output);
        using var log = JsonDocument.Parse(answer.Output);
        var rules = log.RootElement.GetProperty("runs")[0]
            .GetProperty("tool")
            .GetProperty("driver")
            .GetProperty("rules")
            .EnumerateArray()
            .ToArray();
        Assert.Equal(RuleCatalog.All.Select(static rule => rule.Id), rules.Select(static rule => rule.GetProperty("id").GetString()));
        Assert.All(rules, static rule =>
        {
            Assert.EndsWith(
                $"/docs/rules/{rule.GetProperty("id").GetString()}.md",
                rule.GetProperty("helpUri").GetString(),
                StringComparison.Ordinal);
            Assert.Contains("## How to fix", rule.GetProperty("help").GetProperty("markdown").GetString(), StringComparison.Ordinal);
            Assert.True(rule.GetProperty("fullDescription").GetProperty("text").GetString()!.Length > 20);
        });
    }

    [Fact]
    public async Task SARIF_of_what_is_no_JSON_is_valid_too()
    {
        using var folder = new Folder();

        var answer = await Easgen.Run("check", folder.Write("a.json", "{\u0001"), "--format", "sarif");

        await ShouldBeSarif(answer.Output);
        Assert.Equal(2, answer.Code);
    }

    [Fact]
    public async Task A_wrong_SARIF_would_be_noticed() =>
        Assert.NotEmpty((await Standard()).Validate("""{"version":"2.1.0","runs":[{"results":[]}]}"""));

    private static async Task ShouldBeSarif(string text) => Assert.Empty((await Standard()).Validate(text));

    private static Task<JsonSchema> Standard() => JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "sarif-2.1.0.json"));

    private static string Compact(string json) => System.Text.Json.Nodes.JsonNode.Parse(json)!.ToJsonString();
}
