using System.Reflection;
using EasGen.Core.Catalog;
using EasGen.Core.Checking;

namespace EasGen.Core.Tests;

/// <summary>What holds for every rule, those of tomorrow included.</summary>
public class RuleBook
{
    private static readonly (string Name, Rule Rule)[] Fields =
    [
        .. from type in typeof(Rule).Assembly.GetTypes()
           from member in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
           where member.FieldType == typeof(Rule)
           select (member.Name, (Rule)member.GetValue(null)!),
    ];

    public static TheoryData<string> Ids => [.. Fields.Select(static written => written.Rule.Id)];

    internal static IEnumerable<Rule> Rules => Fields.Select(static written => written.Rule);

    public static TheoryData<string> IdsOfFeatures =>
        [.. ServiceRules.All.Where(static rule => !rule.IsAboutAny).Select(static rule => rule.Id)];

    public static TheoryData<string> IdsOnServices => [.. ServiceRules.All.Select(static rule => rule.Id)];

    [Fact]
    public void A_service_without_a_fault_has_no_findings() => Assert.Empty(ServiceRules.Check(Valid));

    [Fact]
    public void Judges_every_bound() => Assert.All(
        from featureType in FeatureCatalog.Types
        from setting in featureType.Settings.OfType<BoundedSetting>()
        where !double.IsInfinity(setting.Minimum) || !double.IsInfinity(setting.Maximum)
        select (featureType, setting),
        static bounded => Assert.True(
            ServiceRules.All.Any(rule => rule.Settings.Contains(bounded.setting)),
            $"No rule judges the bounds of '{bounded.featureType}.{bounded.setting}'; name it in a rule with .Bounds(…)"));

    [Fact]
    public void Holds_every_rule_once_and_in_order()
    {
        var ids = ServiceRules.All.Concat(BuildRules.All)
            .Concat(CompilerRules.All)
            .OrderBy(static rule => rule.Id, StringComparer.Ordinal)
            .Select(static rule => rule.Id)
            .ToList();

        Assert.Equal(Fields.Select(static written => written.Rule.Id).Order(StringComparer.Ordinal), ids);
        Assert.Distinct(ids);
    }

    // So that not to ask it changes nothing.
    [Theory, MemberData(nameof(IdsOfFeatures))]
    public void Says_nothing_of_a_service_without_the_features_that_a_rule_is_about(string id)
    {
        var rule = ServiceRules.All.Single(rule => rule.Id == id);
        for (var seed = 0; seed < 20; seed++)
        {
            var service = FeatureCatalog.Types.Where(rule.IsAbout)
                .Aggregate(Samples.Everything(new Random(seed)), static (service, type) => service.Without(type));
            var inspection = new Inspection(service, Addressing.Of(service), static () => FeatureCatalog.Schema);

            rule.Check(inspection);

            Assert.Empty(inspection.Judge(new RuleIndex([])));
        }
    }

    [Theory, MemberData(nameof(Ids))]
    public void Names_every_rule_well(string id)
    {
        var (name, rule) = Fields.Single(written => written.Rule.Id == id);

        Assert.Matches(@"^EAS\d{4}\z", id);
        Assert.StartsWith($"{id}_", name, StringComparison.Ordinal);
        Assert.Matches(@"^[A-Z].*[^.]\z", rule.Title);
        Assert.EndsWith($"/docs/rules/{id}.md", rule.HelpLink, StringComparison.Ordinal);
    }

    // The rules on code are tested where the code is: with the compiler.
    [Theory, MemberData(nameof(IdsOnServices))]
    public void Is_tested_with_wrong_and_with_right_values(string id)
    {
        var cases = AllCases().Where(judged => judged.Rule.Id == id).ToList();

        Assert.Contains(cases, static judged => judged.Expected is not null);
        Assert.Contains(cases, static judged => judged.Expected is null);
    }

    [Fact]
    public void Judges_only_settings_of_feature_types_in_the_catalog() => Assert.All(
        ServiceRules.All.SelectMany(static rule => rule.Settings),
        static setting => Assert.Contains(FeatureCatalog.Types, featureType => featureType.IndexOf(setting) >= 0));

    // Every class of tests for rules has its cases where the theory finds them, and so does this.
    internal static IEnumerable<RuleCase> AllCases() =>
        from type in typeof(RuleBook).Assembly.GetTypes()
        let cases = type.GetProperty("Cases", BindingFlags.Static | BindingFlags.Public)
        where cases?.PropertyType == typeof(TheoryData<RuleCase>)
        from setting in (IEnumerable<object[]>)cases.GetValue(null)!
        select (RuleCase)setting[0];
}
