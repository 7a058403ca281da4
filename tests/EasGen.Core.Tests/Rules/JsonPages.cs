using System.Text.RegularExpressions;
using EasGen.Core.Checking;
using EasGen.Core.Files;
using EasGen.Testing;

namespace EasGen.Core.Tests;

/// <summary>The pages of the rule book whose examples are JSON, because no attribute can break their rule.</summary>
public class JsonPages
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs/rules");

    public static TheoryData<string> Pages =>
        [.. Directory.GetFiles(Folder, "EAS*.md").Where(static path =>
            File.ReadAllText(path)
                .Contains("```json\n", StringComparison.Ordinal)).Select(static path => Path
                .GetFileNameWithoutExtension(path)).Order()];

    [Theory, MemberData(nameof(Pages))]
    public void The_wrong_example_breaks_the_rule(string id) => Assert.Contains(id, Ids(id, "Wrong"));

    [Theory, MemberData(nameof(Pages))]
    public void The_right_example_breaks_none(string id) => Assert.Empty(Ids(id, "Right"));

    internal static string Example(string id, string section)
    {
        var example = Regex.Match(
            File.ReadAllText(Path.Combine(Folder, $"{id}.md")),
            $"\n## {section}\n\n```json\n(.*?)```\n",
            RegexOptions.Singleline);
        Assert.True(example.Success, $"{id}.md has no JSON under '{section}'.");
        return example.Groups[1].Value;
    }

    private static IEnumerable<string> Ids(string id, string section) =>
        ServiceReader.Read(Example(id, section)).AllFindings().Select(static finding => finding.Rule.Id);
}
