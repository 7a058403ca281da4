using System.Reflection;

namespace EasGen.Cli.Rules;

/// <summary>The pages of the rules, which the tool carries with it.</summary>
internal static class RulePages
{
    public static string ProjectLink => Rule.HelpLinkBase.Split("/blob/")[0];

    /// <summary>The page of a rule, in Markdown.</summary>
    public static string Page(Rule rule)
    {
        using var page = Assembly.GetExecutingAssembly().GetManifestResourceStream($"rules/{rule.Id}.md")
            ?? throw new InvalidOperationException($"{rule.Id} has no page.");
        return new StreamReader(page).ReadToEnd();
    }

    /// <summary>Why there is the rule: the first paragraph of its page after title and severity, as plain text.</summary>
    public static string Why(Rule rule) => RuleText.Why(Page(rule));
}
