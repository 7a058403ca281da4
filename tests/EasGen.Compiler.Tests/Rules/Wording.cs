using System.Globalization;
using EasGen.Core.Catalog;
using EasGen.Testing;

namespace EasGen.Compiler.Tests.Rules;

/// <summary>What the compiler says is plain English, in the messages and in the list of rules.</summary>
public class Wording
{
    [Fact]
    public void Texts_in_the_code_are_plain() =>
        Assert.Empty(PlainEnglish.Texts(typeof(EasServiceGenerator).Assembly).SelectMany(PlainEnglish.Faults));

    [Theory]
    [MemberData(nameof(RulePageTests.RulesInCode), MemberType = typeof(RulePageTests))]
    public async Task Messages_are_plain(string id)
    {
        var found = await RulePageTests.FoundIn(id, "Wrong");

        Assert.Empty(found.SelectMany(static diagnostic => PlainEnglish.Faults(
            diagnostic.GetMessage(CultureInfo.InvariantCulture),
            FeatureCatalog.Schema.Keys)));
    }

    [Fact]
    public void The_list_of_rules_has_a_text_for_each() => Assert.All(
        Eas.Analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics),
        static descriptor => Assert.Equal(descriptor.Title, descriptor.MessageFormat));

    [Fact]
    public async Task A_message_says_more_than_the_list_of_rules()
    {
        var found = Assert.Single(await RulePageTests.FoundIn("EAS0201", "Wrong"), static diagnostic => diagnostic.Id == "EAS0201");

        Assert.StartsWith(
            "Port 8080 belongs to the EAS engine, which",
            found.GetMessage(CultureInfo.InvariantCulture),
            StringComparison.Ordinal);
        Assert.Equal("Port belongs to the EAS engine", found.Descriptor.Title.ToString(CultureInfo.InvariantCulture));
    }
}
