using EasGen.Cli.Tests.Kit;

namespace EasGen.Cli.Tests.Policy;

/// <summary>How much rules count when the command says so.</summary>
public class SeverityTests
{
    [Theory]
    [InlineData(new[] { "EAS0201=warning" }, "warning EAS0201", 0)]
    [InlineData(new[] { "eas0201=note" }, "note EAS0201", 0)]
    [InlineData(new[] { "EAS0201=off" }, "", 0)]
    [InlineData(new[] { "EAS0201=off", "EAS0201=error" }, "error EAS0201", 1)]
    [InlineData(new[] { "EAS0202=off" }, "error EAS0201", 1)]
    public async Task The_command_says_how_much_a_rule_counts(string[] severities, string finding, int code)
    {
        using var folder = new Folder();
        var file = folder.Write("a.json", Folder.Wrong);

        var answer = await Easgen.Run(["check", file, .. severities.SelectMany(static severity => new[] { "--severity", severity })]);

        Assert.Equal(finding.Length == 0 ? [] : [finding], answer.Findings);
        Assert.Equal((code, ""), (answer.Code, answer.Error));
    }

    [Theory]
    [InlineData("EAS0202")]
    [InlineData("EAS0202=")]
    [InlineData("EAS0202=of")]
    [InlineData("=off")]
    [InlineData("EAS9999=off")]
    public async Task What_is_no_severity_is_a_slip(string severity)
    {
        var answer = await Easgen.Run("check", "a.json", "--severity", severity);

        Assert.StartsWith("error: --severity", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
        Assert.Equal((2, ""), (answer.Code, answer.Output));
    }

    [Theory]
    [InlineData("EAS0021", "judged by the build alone")]
    [InlineData("EAS1005", "about code, which the compiler judges")]
    [InlineData("EAS0001", "always is an error")]
    [InlineData("EAS0211x", "did you mean 'EAS0211'?")]
    [InlineData("EAS211", "did you mean 'EAS0211'?")]
    [InlineData("EAS0708x", "did you mean 'EAS0708'?")]
    [InlineData("port", "'easgen rules' lists all rules")]
    public async Task A_rule_that_cannot_be_adjusted_is_told_apart(string rule, string says)
    {
        var answer = await Easgen.Run("check", "a.json", "--severity", $"{rule}=off");

        Assert.Contains(says, Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(2, answer.Code);
    }

    [Theory]
    [InlineData("0", 1)]
    [InlineData("1", 1)]
    [InlineData("2", 0)]
    public async Task So_many_warnings_are_allowed(string most, int code)
    {
        using var folder = new Folder();
        var file = folder.Write("a.json", Folder.With(Folder.Right, "\"one\":1,\"two\":2"));

        var answer = await Easgen.Run("check", file, "--max-warnings", most);

        Assert.Equal(["warning EAS0004", "warning EAS0004"], answer.Findings);
        Assert.Equal(code == 0 ? [] : [$"error: 2 warnings, and --max-warnings allows {most}"], answer.ErrorLines);
        Assert.Equal(code, answer.Code);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("few")]
    [InlineData("1.5")]
    public async Task What_is_no_number_of_warnings_is_a_slip(string most)
    {
        var answer = await Easgen.Run("check", "a.json", "--max-warnings", most);

        Assert.Equal([$"error: --max-warnings '{most}' is not a number of warnings; write 0 or more"], answer.ErrorLines);
        Assert.Equal(2, answer.Code);
    }
}
