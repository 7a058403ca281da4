using System.Text.RegularExpressions;
using EasGen.Core.Catalog;
using EasGen.Core.Checking;
using EasGen.Core.Files;
using EasGen.Core.Writing;
using EasGen.Testing;

namespace EasGen.Core.Tests;

/// <summary>Every message is plain English, and names places as <c>metadata.name</c>, never as JSON pointers.</summary>
public class WordingTests
{
    private static readonly string[] Keys = [.. FeatureCatalog.Schema.Keys, .. Aliases.All.Select(static alias =>
        JsonPointer.Segments(alias.Place)[0])];

    [Fact]
    public void Titles_are_plain() => Assert.Empty(RuleBook.Rules.SelectMany(static rule => PlainEnglish.Faults(rule.Title, Keys)));

    [Fact]
    public void Reasons_are_plain() => Assert.Empty(RuleBook.Rules.SelectMany(static rule =>
        PlainEnglish.Faults(RuleText.Why(File.ReadAllText(Repository.At("docs", "rules", $"{rule.Id}.md"))), Keys)));

    [Fact]
    public void Pages_are_plain() => Assert.Empty(
        from rule in RuleBook.Rules
        from line in Prose(File.ReadAllText(Repository.At("docs", "rules", $"{rule.Id}.md"))).Split('\n')
        from fault in PlainEnglish.Faults(line)
        select $"{rule.Id}: {fault}");

    [Fact]
    public void Messages_and_fixes_are_plain() => Assert.Empty(
        (from finding in All()
         from text in new[] { finding.Message.For(Audience.Code), finding.Message.For(Audience.Json), finding.Fix?.Title }
         where text is not null
         from fault in PlainEnglish.Faults(text, Keys)
         select $"{finding.Rule}: {fault}").Distinct());

    [Fact]
    public void No_message_shows_its_place_as_a_pointer() => Assert.Empty(
        from finding in All()
        where finding.Pointer.Length > 0
        from audience in new[] { Audience.Code, Audience.Json }
        let message = finding.Message.For(audience)
        where message.Contains($"'{finding.Pointer}'", StringComparison.Ordinal)
        select $"{finding.Rule}: {message}");

    [Fact]
    public void Texts_in_the_code_are_plain() =>
        Assert.Empty(PlainEnglish.Texts(typeof(Rule).Assembly).SelectMany(PlainEnglish.Faults));

    [Theory]
    [InlineData("/metadata/eas.termination_grace_period")]
    [InlineData("/features/eas.aliyun.com~1extra-ephemeral-storage")]
    [InlineData("/cloud/networking/vpc_id")]
    public void A_place_reads_like_the_name_of_its_setting(string place) => Assert.Contains(
        JsonPointer.Spoken(place),
        FeatureCatalog.Types.Where(static type => type.Anchor.Length == 0)
            .SelectMany(static type => type.Settings)
            .Select(static setting => setting.JsonKey));

    // Without samples and names of code.
    private static string Prose(string page) => Regex.Replace(Regex.Replace(page, "(?s)```.*?```", ""), "`[^`]*`", "'…'");

    // Of all cases of the tests, of the pages of the rules, and of real files.
    private static IEnumerable<Finding> All() =>
    [
        .. RuleBook.AllCases().SelectMany(static judged => judged.Findings()),
        .. RuleBook.AllCases().Select(static judged => judged.Service).OfType<Service>()
            .SelectMany(static service => ServiceReader.Read(ServiceWriter.Write(service)).AllFindings()),
        .. ((IEnumerable<object[]>)JsonPages.Pages)
            .SelectMany(static page => ServiceReader.Read(JsonPages.Example((string)page[0], "Wrong")).AllFindings()),
        .. ServiceFiles.All.SelectMany(static file => ServiceReader.Read(File.ReadAllBytes(Repository.At(file))).AllFindings()),
    ];
}
