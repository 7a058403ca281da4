using EasGen.Compiler.CodeRules;
using EasGen.Compiler.Declared;
using EasGen.Core.Catalog;
using EasGen.Core.Checking;

namespace EasGen.Compiler.Fixes;

/// <summary>Tries a change on what a class declares before it is offered, so that no fix leads from one finding to another.</summary>
internal sealed class FixTrial(AnnotatedClass annotated)
{
    // Each trial judges all features again: a class with many of them and many findings is mended in several steps.
    private const int MostWork = 20_000;

    private Dictionary<string, int>? before;
    private int work;

    /// <summary>True when the change mends a finding of the rule and wakes no other.</summary>
    /// <param name="rule">A rule on services; null when the change mends what a rule about code reports.</param>
    /// <param name="change">Changes the declared features.</param>
    public bool Helps(Rule? rule, Action<List<Feature>> change)
    {
        work += annotated.Declared.Count + 1;
        if (work > MostWork)
            return false;
        before ??= Count(annotated.Features());
        var features = annotated.Features();
        change(features);
        var after = Count(features);
        return after.All(found => before.TryGetValue(found.Key, out var count) && found.Value <= count)
            && (rule is null || !after.TryGetValue(rule.Id, out var left) || left < before[rule.Id]);
    }

    // The rules about code that look at the settings of a predictor count, too.
    private Dictionary<string, int> Count(List<Feature> features)
    {
        var ids = new List<string>();
        if (annotated.IsServed)
        {
            ids.AddRange(features.Where(SigtermIsSent.Lacks).Select(static _ => CompilerRules.EAS1019_SigtermIsSent.Id));
            ids.AddRange(features
                .Where(static feature => ProbePathIsServed.Problem(feature) is not null)
                .Select(static _ => CompilerRules.EAS1014_ProbePathIsServed.Id));
        }
        ids.AddRange(ServiceRules.Check(Defaults.Complete(features, annotated.IsServed)).Select(static finding => finding.Rule.Id));
        return ids.GroupBy(static id => id).ToDictionary(static group => group.Key, static group => group.Count());
    }
}
