using EasGen.Core.Checking;

namespace EasGen.Docs;

/// <summary>The rules that the next release brings, in the form that the compiler's analyzers for analyzers read.</summary>
internal static class ReleaseTable
{
    public static string Write() =>
        """
        ### New Rules

        Rule ID | Category | Severity | Notes
        --------|----------|----------|-------

        """
        + string.Concat(RuleCatalog.All.Select(static rule => $"{rule.Id} | {rule.Category} | {rule.Severity} | {rule.Title}\n"));
}
