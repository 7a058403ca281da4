using System.Reflection;
using EasGen.Core.Checking;

namespace EasGen.Cli.Rules;

/// <summary>All rules, those that only the compiler or the build can judge among them, and their pages.</summary>
internal static class RuleBook
{
    public static IReadOnlyList<Rule> All { get; } =
        [.. ServiceRules.All.Concat(CompilerRules.All).Concat(BuildRules.All).DistinctBy(static rule => rule.Id).OrderBy(
            static rule => rule.Id,
            StringComparer.Ordinal)];

    public static string ProjectLink => Rule.HelpLinkBase.Split("/blob/")[0];

    public static Rule? Find(string id) => All.FirstOrDefault(rule => rule.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    /// <summary>The page of a rule, in Markdown.</summary>
    public static string Page(Rule rule)
    {
        using var page = Assembly.GetExecutingAssembly().GetManifestResourceStream($"rules/{rule.Id}.md")
            ?? throw new InvalidOperationException($"{rule.Id} has no page.");
        return new StreamReader(page).ReadToEnd();
    }

    /// <summary>Why there is the rule: the first paragraph of its page behind title and severity, as plain text.</summary>
    public static string Why(Rule rule) => RuleText.Why(Page(rule));
}
