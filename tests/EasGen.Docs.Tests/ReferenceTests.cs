using EasGen.Core.Catalog;
using EasGen.Core.ServiceModel;
using EasGen.Core.Settings;

namespace EasGen.Docs.Tests;

/// <summary><c>docs/reference.md</c>, and the XML docs that it is made of.</summary>
public class ReferenceTests
{
    public static TheoryData<string, string> Settings
    {
        get
        {
            var settings = new TheoryData<string, string>();
            foreach (var type in FeatureCatalog.Types)
            {
                foreach (var setting in type.Settings.Where(static setting => setting is not ConstantSetting))
                    settings.Add(type.Attribute, setting.Name);
            }
            return settings;
        }
    }

    [Theory, MemberData(nameof(Settings))]
    public void Every_setting_is_documented_in_the_same_words(string attribute, string name)
    {
        var type = FeatureCatalog.Find(attribute + FeatureCatalog.ClassSuffix)!;
        var setting = type.Settings[type.IndexOf(name)];
        var docs = XmlDocs.Of(type, setting);

        Assert.NotEmpty(docs.Meaning);
        if (setting.Path is null)
            return;
        Assert.NotEmpty(docs.Source);
        if (setting.Path != Setting.Key)
            Assert.Equal(
                ReferencePage.Place(type, setting).Trim('`'),
                Plain(docs.Json).Replace("<probe>", type.AnchorSegments.LastOrDefault(), StringComparison.Ordinal));
        Assert.True(IsArgument(type, setting) || docs.Default.Length > 0, "It has no default.");
    }

    [Fact]
    public void Every_parameter_of_the_console_is_a_setting_or_says_why_not() => Assert.All(
        ConsolePage.Parameters,
        static parameter =>
            Assert.True(parameter.Remark.Length > 0 || All().Any(setting => setting.Console == parameter.Name), parameter.Name));

    [Fact]
    public void Every_setting_names_a_parameter_that_the_console_has() => Assert.All(
        All().Select(static setting => setting.Console)
            .OfType<string>()
            .Distinct(),
        static name => Assert.True(
            ConsolePage.Parameters.Any(parameter => parameter.Name == name),
            $"The page has no '{name}'; give it its place in build/EasGen.Docs/ConsolePage.cs"));

    private static IEnumerable<Setting> All() => FeatureCatalog.Types.SelectMany(static type => type.Settings);

    private static bool IsArgument(FeatureType type, Setting setting) => type.IndexOf(setting) < type.Arguments + type.Parts;

    private static string Plain(string json) => json.Split(',')[0].Replace("`", "", StringComparison.Ordinal);
}
