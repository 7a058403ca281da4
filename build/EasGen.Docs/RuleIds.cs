using System.Globalization;
using EasGen.Core.Checking;

namespace EasGen.Docs;

/// <summary>The ids that new rules can take.</summary>
internal static class RuleIds
{
    /// <summary>The first id after those of a category, which have their hundreds in common.</summary>
    public static IEnumerable<(string Category, string Id)> NextFree =>
        from rule in RuleCatalog.All
        group Number(rule) by rule.Category into category
        select (RuleIndex.Feature(category.Key), $"EAS{category.Max() + 1:D4}");

    private static int Number(Rule rule) => int.Parse(rule.Id.AsSpan("EAS".Length), CultureInfo.InvariantCulture);
}
