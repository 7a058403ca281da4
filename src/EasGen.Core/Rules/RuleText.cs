using System.Text.RegularExpressions;

namespace EasGen.Core.Rules;

/// <summary>What the page of a rule says, for whoever shows it elsewhere.</summary>
internal static class RuleText
{
    private static readonly Regex Link = new(@"\[([^\]]*)\]\([^)]*\)", RegexOptions.CultureInvariant);

    /// <summary>Why there is the rule: the first paragraph of its page behind title and severity, as plain text.</summary>
    public static string Why(string page)
    {
        var paragraph = page.Replace("\r\n", "\n").Split(["\n\n"], StringSplitOptions.None)[2];
        return Link.Replace(paragraph.Replace('\n', ' ').Replace("`", ""), "$1").Trim();
    }
}
