using System.Text;
using EasGen.Core.Checking;

namespace EasGen.Docs;

/// <summary><c>docs/rules/README.md</c>: all rules by feature.</summary>
internal static class RuleIndex
{
    private const string Introduction = """
        # Rules

        What EasGen checks, by feature. Each page says why the rule is there, shows a wrong and a right example, and says how to fix it.
        *Fix* marks the rules for which the IDE offers a quick fix, at least for some findings.

        """;

    public static string Write(string root) => new StringBuilder(Introduction)
        .AppendJoin("", RuleCatalog.All.GroupBy(static rule => rule.Category).Select(category => Section(category, root)))
        .ToString();

    /// <summary>The category without the project's name.</summary>
    public static string Feature(string category) => category[(category.IndexOf('.', StringComparison.Ordinal) + 1)..];

    /// <summary>Whether the page promises a quick fix; a test holds the pages against the fixes.</summary>
    public static bool PromisesFix(string page) =>
        page[page.IndexOf("\n## How to fix\n", StringComparison.Ordinal)..].Contains("quick fix", StringComparison.OrdinalIgnoreCase);

    private static string Section(IGrouping<string, Rule> category, string root) =>
        $"\n## {Feature(category.Key)}\n\n| Id | Title | Severity | Fix |\n|---|---|---|---|\n"
        + string.Concat(category.Select(rule => Row(rule, root)));

    private static string Row(Rule rule, string root)
    {
        var page = File.ReadAllText(Path.Combine(root, "docs", "rules", $"{rule.Id}.md"));
        return $"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {rule.Severity.ToString().ToLowerInvariant()} "
            + $"| {(PromisesFix(page) ? "yes" : "")} |\n";
    }
}
