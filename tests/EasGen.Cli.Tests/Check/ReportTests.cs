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
        Assert.Equal(("8080", Folder.Wrong), (Snippet("region"), Snippet("contextRegion")));
        Assert.False(run.GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean());

        int Number(string member) => place.GetProperty("region").GetProperty(member).GetInt32();

        string? Snippet(string region) => place.GetProperty(region).GetProperty("snippet").GetProperty("text").GetString();
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("\uFEFF\r\n// ü\r\n{0}")]
    public async Task SARIF_has_the_fix_by_its_places_and_a_fingerprint_that_outlives_moved_lines(string around)
    {
        using var folder = new Folder();
        var service = Folder.With(Folder.Wrong, "\"ü\": 1, \"group\" :null").Replace(",\"", ",\r\n \"", StringComparison.Ordinal);
        var text = around.Replace("{0}", service, StringComparison.Ordinal);
        var file = folder.Write("a.json", text);

        var answer = await Easgen.Run("check", file, "--format", "sarif");

        await ShouldBeSarif(answer.Output);
        using var log = JsonDocument.Parse(answer.Output);
        var results = log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .ToDictionary(static result => result.GetProperty("ruleId").GetString()!);
        Assert.Equal("Use 8000", results["EAS0201"].GetProperty("fixes")[0].GetProperty("description").GetProperty("text").GetString());
        Assert.False(results["EAS0004"].TryGetProperty("fixes", out _));
        Assert.Equal(
            text.Replace("8080", "8000", StringComparison.Ordinal).Replace(", \"group\" :null", "", StringComparison.Ordinal),
            Changed(text, [results["EAS0201"], results["EAS0019"]]));
        Assert.Equal(
            Fingerprint((await Easgen.Run("check", folder.Write("a.json", "\n" + text.TrimStart('\uFEFF')), "--format", "sarif")).Output),
            Fingerprint(answer.Output));

        static string Fingerprint(string log)
        {
            using var parsed = JsonDocument.Parse(log);
            return string.Concat(parsed.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
                .Select(static result => result.GetProperty("partialFingerprints").GetProperty("easgen/v1").GetString()));
        }
    }

    [Fact]
    public async Task SARIF_offers_no_secret()
    {
        using var folder = new Folder();
        const string Login = """
            "dockerAuth":"warden:lanterns","containers"
            """;
        var file = folder.Write("a.json", Folder.Right.Replace("\"containers\"", Login, StringComparison.Ordinal));

        var answer = await Easgen.Run("check", file, "--format", "sarif");

        Assert.Contains("\"EAS0250\"", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("lanterns", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("d2FyZGVuOmxhbnRlcm5z", answer.Output, StringComparison.Ordinal);
    }

    // As whoever reads SARIF would change the text.
    private static string Changed(string text, JsonElement[] results)
    {
        var starts = text.Select(static (sign, index) => sign == '\n' ? index + 1 : 0).Where(static start => start > 0)
            .Prepend(text.StartsWith('\uFEFF') ? 1 : 0).ToArray();
        var changes = results
            .Select(static result => result.GetProperty("fixes")[0].GetProperty("artifactChanges")[0])
            .SelectMany(static change => change.GetProperty("replacements").EnumerateArray())
            .Select(change => (From: Offset(change, "start"), To: Offset(change, "end"), Text: Inserted(change)));
        foreach (var (from, to, with) in changes.OrderByDescending(static change => change.From))
            text = text[..from] + with + text[to..];
        return text;

        int Offset(JsonElement change, string end) =>
            starts[Number(change, end + "Line") - 1] + Number(change, end + "Column") - 1;

        static string Inserted(JsonElement change) => change.TryGetProperty("insertedContent", out var inserted)
            ? inserted.GetProperty("text").GetString()!
            : "";

        static int Number(JsonElement change, string member) => change.GetProperty("deletedRegion").GetProperty(member).GetInt32();
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
