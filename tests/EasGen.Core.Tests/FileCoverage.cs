using EasGen.Core.Catalog;
using EasGen.Core.Checking;
using EasGen.Core.Files;
using EasGen.Core.Reading;
using EasGen.Core.Writing;
using EasGen.Testing;

namespace EasGen.Core.Tests;

/// <summary>The project's own files have every rule, every setting and every form, so that nobody needs other ones to try them.</summary>
public class FileCoverage
{
    // What only attributes can say: raw settings, the time for which the program drains, what belongs to a container
    // without being inside of it, and two features in one place.
    private static readonly string[] NotInFiles =
    [
        "EAS0006", "EAS0007", "EAS0008", "EAS0009", "EAS0210", "EAS0307", "EAS0603", "EAS0604", "EAS0709", "EAS0904",
    ];

    private static readonly (string File, ReadService Read)[] Files =
        [.. ServiceFiles.Own("").Select(static file => (file, ServiceReader.Read(ServiceFiles.Read(file))))];

    private static readonly (string File, ReadService Read)[] Services =
        [.. Files.Where(static one => ServiceFiles.Own("services").Contains(one.File))];

    [Fact]
    public void Every_finding_is_where_it_is_known_to_be() => Golden.Verify(
        string.Concat(
            from one in Files
            from finding in one.Read.AllFindings().OrderBy(static finding => finding.Pointer, StringComparer.Ordinal)
            select $"{one.File["tests/data/".Length..]} {finding.Rule.Id} {finding.Pointer}\n"),
        "../data/findings.txt");

    [Fact]
    public void Every_rule_that_a_file_can_break_is_broken()
    {
        var unbroken = ServiceRules.All
            .Except(Files.SelectMany(static one => one.Read.AllFindings()).Select(static finding => finding.Rule))
            .Select(static rule => rule.Id)
            .ToArray();

        Assert.All(
            unbroken,
            static id => Assert.True(NotInFiles.Contains(id), $"No file breaks {id}; add one that does to tests/data/misconfigs"));
        Assert.Equal(NotInFiles, unbroken);
    }

    [Fact]
    public void The_other_rules_cannot_be_broken_by_a_file() => Assert.Empty(
        from judged in RuleBook.AllCases()
        where NotInFiles.Contains(judged.Rule.Id) && judged.Service is not null
        where ServiceReader.Read(ServiceWriter.Write(judged.Service!)).AllFindings().Any(finding => finding.Rule == judged.Rule)
        select $"{judged}");

    [Fact]
    public void Every_setting_is_in_some_service() => Assert.All(
        from type in FeatureCatalog.Types
        from setting in type.Settings
        where setting.InJson
        select (type, setting),
        static one => Assert.True(
            Values(one.setting).Any(value => value.Type == one.type),
            $"No file has '{one.type}.{one.setting}'; add it to one in tests/data/services"));

    [Fact]
    public void Every_choice_is_in_some_service() => Assert.Empty(
        from setting in FeatureCatalog.Types.SelectMany(static type => type.Settings).OfType<EnumSetting>().Distinct()
        from choice in setting.Choices.Except(Values(setting).Select(static value => value.Value))
        select $"{setting} = {choice}");

    [Fact]
    public void Every_old_form_is_in_some_service() => Assert.Empty(
        Aliases.All.Where(static old =>
            !Services.Any(one => Stands(one.Read.Document!, JsonPointer.Segments(old.Place)))).Select(static old => old.Place));

    private static IEnumerable<(FeatureType Type, object Value)> Values(Setting setting) =>
        from one in Services
        from feature in one.Read.Service.Features
        where feature.Value(setting) is not null
        select (feature.Type, feature.Value(setting)!);

    private static bool Stands(JsonNode json, ReadOnlySpan<string> at)
    {
        if (at.Length == 0)
            return json.Kind != JsonKind.Null;
        foreach (var member in json.Members)
        {
            if ((at[0] == "*" || member.Key == at[0]) && Stands(member.Value, at[1..]))
                return true;
        }
        return false;
    }
}
