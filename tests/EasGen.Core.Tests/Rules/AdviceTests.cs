using System.Globalization;
using System.Text.RegularExpressions;
using EasGen.Core.Checking;

namespace EasGen.Core.Tests;

/// <summary>Whoever follows the advice of a bounds rule has no other rule against it.</summary>
public class AdviceTests
{
    private static readonly double[] Tried = [0, 1, 2, 50, 256, 600, 8000, 8001];

    public static TheoryData<string, string, double> OutOfBounds()
    {
        var values = new TheoryData<string, string, double>();
        foreach (var (rule, setting, value) in ServiceRules.All
            .SelectMany(static rule => rule.Settings.OfType<BoundedSetting>().SelectMany(setting => Beyond(rule, setting)))
            .Distinct())
            values.Add(rule, setting, value);
        return values;
    }

    [Theory, MemberData(nameof(OutOfBounds))]
    public void Numbers_that_an_advice_names_are_accepted(string rule, string name, double wrong)
    {
        foreach (var (type, setting) in Judged(rule, name))
        {
            var refused = Findings(type, setting, wrong).FirstOrDefault(finding => finding.Rule.Id == rule);
            if (refused is null)
                continue;
            // What is refused whatever the number is has another reason.
            var always = Tried.Select(number => Refusing(type, setting, number)).Aggregate(static (all, some) => [.. all.Intersect(some)]);
            var advice = refused.Message.ToString().Split(';')[1];
            foreach (Match number in Regex.Matches(advice, @"(?<!above )\b\d+(\.\d+)?"))
                Assert.Empty(Refusing(type, setting, double.Parse(number.Value, CultureInfo.InvariantCulture)).Except(always));
        }
    }

    private static IEnumerable<(string, string, double)> Beyond(Rule rule, BoundedSetting setting)
    {
        if (!double.IsInfinity(setting.Minimum))
            yield return (rule.Id, setting.Name, setting.Minimum - 1);
        if (setting.Maximum < int.MaxValue / 1000)
            yield return (rule.Id, setting.Name, setting.Maximum + 1);
    }

    private static string[] Refusing(FeatureType type, BoundedSetting setting, double number) =>
        [.. Findings(type, setting, number)
            .Where(static finding => finding.Rule.Severity != Severity.Info)
            .Select(static finding => $"{finding.Rule} at {finding.Pointer}: {finding.Rule.Title}")];

    private static IEnumerable<(FeatureType Type, BoundedSetting Setting)> Judged(string rule, string name) =>
        from type in Catalog.FeatureCatalog.Types
        from setting in type.Settings.OfType<BoundedSetting>()
        where setting.Name == name && ServiceRules.All.Single(each => each.Id == rule).Settings.Contains(setting)
        select (type, setting);

    private static List<Finding> Findings(FeatureType type, BoundedSetting setting, double number) =>
        ServiceRules.Check(Samples.Having(type, setting, setting.Value(number)));
}
