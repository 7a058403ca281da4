using System.Text.RegularExpressions;
using EasGen.Testing;

namespace EasGen.Cli.Tests;

/// <summary>What the documents, the hooks and the action tell people and machines to run.</summary>
public class CommandLines
{
    public static TheoryData<string> Files =>
    [
        "README.md", "README.zh-CN.md", "docs/easgen.md", "docs/deploy.md", "docs/rehearse.md", "docs/ci.md",
        "docs/rollout.md", "docs/token.md", "docs/environments.md", "docs/migrate.md",
        ".pre-commit-hooks.yaml", "action.yml",
    ];

    [Theory, MemberData(nameof(Files))]
    public void Can_be_run(string file)
    {
        var text = File.ReadAllText(Repository.At(file));
        var commands = Regex.Matches(text, "(?m)(?:^|run: |entry: |/|easgen\" )(?:easgen |(?=check ))(?<words>[a-z]+( [^\\s#<>|`]+)*)")
            .Select(static match => match.Groups["words"].Value)
            .Where(static words => words.Split(' ')[0] is "check" or "import" or "emit" or "diff" or "schema" or "rules"
                or "plan" or "deploy" or "rollback" or "status" or "why" or "logs" or "pull" or "policy" or "delete" or "rehearse")
            .ToArray();

        Assert.True(commands.Length > 0 || file.StartsWith("README", StringComparison.Ordinal));
        Assert.All(commands, static command =>
        {
            // Paths come from elsewhere in the hooks and in the action.
            var all = Regex.Matches(command, "\"(?<word>[^\"]*)\"|(?<word>\\S+)").Select(static word => word.Groups["word"].Value);
            string[] words = [.. all.Where(static word => !word.Contains('$', StringComparison.Ordinal))];
            var parsed = EasgenCommand.Parse(words.Contains("check") ? [.. words, "."] : words);
            Assert.Empty(parsed.Errors.Select(error => $"{command}: {error.Message}"));
        });
    }
}
