namespace EasGen.Core.Checking;

/// <summary>All rules, by id: those on services, on code and on builds.</summary>
internal static class RuleCatalog
{
    public static readonly Rule[] All =
        [.. ServiceRules.All.Concat(CompilerRules.All).Concat(BuildRules.All).OrderBy(static rule => rule.Id, StringComparer.Ordinal)];

    public static Rule? Find(string id) =>
        All.FirstOrDefault(rule => string.Equals(rule.Id, id, StringComparison.OrdinalIgnoreCase));
}
