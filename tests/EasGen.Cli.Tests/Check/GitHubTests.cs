using EasGen.Cli.Tests.Kit;

namespace EasGen.Cli.Tests.Check;

/// <summary>Annotations in a workflow, and that no text becomes a command of one.</summary>
public class GitHubTests
{
    [Fact]
    public async Task Each_finding_is_an_annotation_beside_its_line()
    {
        using var folder = new Folder();
        folder.Write("deploy/a.json", Folder.Wrong.Replace("\"instance\":2", "\"instance\":1,\"100%\":1", StringComparison.Ordinal));

        var answer = await Easgen.Start([], folder.Root, "check", "deploy", "missing.json", "--format", "github");

        const string Pages = "https://github.com/easgen/easgen/blob/main/docs/rules";
        Assert.Equal(
            [
                "::notice file=deploy/a.json,line=1,endLine=1,col=39,endColumn=40,title=EAS0111%3A Service has a single instance"
                + $"::With \"instance\": 1 in 'metadata', no instance answers while the only one is replaced or fails; "
                + $"use 2 or more, as EAS recommends%0A{Pages}/EAS0111.md",
                "::warning file=deploy/a.json,line=1,endLine=1,col=48,endColumn=49,title=EAS0004%3A Setting is not known"
                + $"::'metadata.100%25' is not a known setting; check its spelling and its place%0A{Pages}/EAS0004.md",
                "::error file=deploy/a.json,line=1,endLine=1,col=157,endColumn=161,title=EAS0201%3A Port belongs to the EAS engine"
                + "::Port 8080 belongs to the EAS engine, which runs beside every container; listen on another one, such as 8000"
                + $"%0Afix: Use 8000%0A{Pages}/EAS0201.md",
                "::error file=missing.json::'missing.json' does not exist",
                "1 service, 1 error, 1 warning, 1 note, 1 input not usable",
                "",
            ],
            System.Text.Encoding.UTF8.GetString(answer.Output).Split('\n'));
        Assert.Equal((2, ""), (answer.Code, answer.Error));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("github")]
    public async Task No_text_of_a_file_and_no_name_becomes_a_command(string format)
    {
        const string Attack = "\\n::error::x\\r\\n##vso[task.complete]##[error]x";
        using var folder = new Folder();
        folder.Write("::error::a,line=1\n::error::.json", Folder.Wrong
            .Replace("iris\"", $"iris{Attack}\"", StringComparison.Ordinal)
            .Replace("\"port\"", $"\n  ::error::x\n\"{Attack}\":\"##vso[a]\",\"port\"", StringComparison.Ordinal));
        folder.Write("::warning::b.json", Folder.With(Folder.Wrong, $"\"{Attack}\":\"{Attack}\""));

        var answer = await Easgen.Start([], folder.Root, "check", ".", "::warning::b.json", "##vso[none].json", "--format", format);

        var lines = (System.Text.Encoding.UTF8.GetString(answer.Output) + "\n" + answer.Error).Split('\n', '\r');
        Assert.All(lines, static line => Assert.DoesNotMatch(@"##\w*\[", line));
        var commands = lines.Where(static line => line.TrimStart().StartsWith("::", StringComparison.Ordinal)).ToArray();
        Assert.All(commands, static line => Assert.Matches(
            "^::(error|warning|notice) file=[^:,]*(,line=[0-9]+,endLine=[0-9]+,col=[0-9]+,endColumn=[0-9]+,title=[^:,]*)?::[^:]", line));
        Assert.Equal(format == "github", commands.Length > 0);
    }
}
