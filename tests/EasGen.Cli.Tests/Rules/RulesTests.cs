using EasGen.Cli.Rules;
using EasGen.Cli.Tests.Kit;
using EasGen.Core.Checking;
using EasGen.Testing;

namespace EasGen.Cli.Tests.Rules;

public class RulesTests
{
    [Fact]
    public async Task The_list_has_every_page_of_the_rule_book()
    {
        var answer = await Easgen.Run("rules");

        Assert.Equal(
            Directory.EnumerateFiles(Repository.At("docs", "rules"), "EAS*.md")
                .Select(Path.GetFileNameWithoutExtension)
                .Order(StringComparer.Ordinal),
            answer.Lines.Select(static line => line.Split(' ')[0]));
        Assert.Contains("EAS0201  error    Port belongs to the EAS engine", answer.Lines);
    }

    [Theory]
    [InlineData("EAS0201")]
    [InlineData("eas0201")]
    public async Task A_page_reads_as_plain_text(string id)
    {
        var answer = await Easgen.Run("rules", id);

        Assert.Equal("EAS0201: Port belongs to the EAS engine", answer.Lines[0]);
        Assert.Contains("Wrong", answer.Lines);
        Assert.Contains("    [EasService(\"iris_classifier\")]", answer.Lines);
        Assert.DoesNotContain(answer.Lines, static line => line.Contains("```", StringComparison.Ordinal) || line.StartsWith('#'));
    }

    [Fact]
    public void Every_rule_says_why_in_plain_text() => Assert.All(RuleCatalog.All, static rule =>
    {
        Assert.Matches(@"^\S.{20,}[.:]$", RulePages.Why(rule));
        Assert.DoesNotContain('`', RulePages.Why(rule));
    });

    [Theory]
    [InlineData("EAS9999")]
    [InlineData("8080")]
    public async Task What_is_no_rule_is_told(string id)
    {
        var answer = await Easgen.Run("rules", id);

        Assert.Equal([$"error: '{id}' is not a rule; 'easgen rules' lists all rules"], answer.ErrorLines);
        Assert.Equal(2, answer.Code);
    }

    [Fact]
    public async Task The_schema_is_the_one_of_the_documents() =>
        Assert.Equal(await File.ReadAllTextAsync(Repository.At("docs", "eas-service.schema.json")), (await Easgen.Run("schema")).Output);
}
