using EasGen.Core;
using EasGen.Core.Catalog;
using EasGen.Core.Checking;

namespace EasGen.Cli.Rules;

/// <summary>Rules by the ids that people write.</summary>
internal static class RuleIds
{
    // So many near ids help; more are a list.
    private const int Most = 3;

    /// <summary>The rule, or what is wrong with its id.</summary>
    public static (Rule? Rule, string? Problem) Find(string id) => RuleCatalog.Find(id) is { } rule
        ? (rule, null)
        : (null, $"'{id}' is not a rule; {Advice(id)}");

    /// <summary>As <see cref="Find"/>, for a rule that a file can break and that may count more or less than usual.</summary>
    public static (Rule? Rule, string? Problem) FindAdjustable(string id)
    {
        var (rule, problem) = Find(id);
        if (rule is null)
            return (null, problem);
        if (rule == GeneralRules.EAS0001_JsonIsWellFormed)
            return (null, $"'{rule}' always is an error: of a file that is not JSON nothing else can be said");
        if (CompilerRules.All.Contains(rule))
            return (null, $"'{rule}' is about code, which the compiler judges; set its severity in .editorconfig");
        if (BuildRules.All.Contains(rule))
            return (null, $"'{rule}' is judged by the build alone; set NoWarn or WarningsAsErrors in the project");
        return (rule, null);
    }

    // Digits say nothing by themselves: only what differs in one place is near.
    private static string Advice(string id)
    {
        var near = RuleCatalog.All
            .Where(rule => EditDistance.Between(id.ToUpperInvariant(), rule.Id) == 1)
            .Select(static rule => $"'{rule}'")
            .Take(Most + 1)
            .ToArray();
        return near.Length is 0 or > Most ? "'easgen rules' lists all rules" : $"did you mean {string.Join(" or ", near)}?";
    }
}
