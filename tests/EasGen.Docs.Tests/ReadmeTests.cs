using System.Text.RegularExpressions;
using EasGen.Testing;

namespace EasGen.Docs.Tests;

/// <summary>The README, which every package carries too, and its translation.</summary>
public partial class ReadmeTests
{
    private const string Project = "https://github.com/easgen/easgen/";

    private static readonly MarkdownFile English = MarkdownFile.Read(Repository.At("README.md"));

    private static readonly MarkdownFile Chinese = MarkdownFile.Read(Repository.At("README.zh-CN.md"));

    [Fact]
    public void Its_links_lead_somewhere_from_a_package_too() => Assert.All(English.Links, static link =>
    {
        Assert.StartsWith("https://", link, StringComparison.Ordinal);
        if (!link.StartsWith(Project, StringComparison.Ordinal))
            return;

        var target = InProject().Match(link);
        Assert.True(target.Success, $"{link} is neither a file (blob/main/…) nor a folder (tree/main/…).");
        var path = Repository.At(target.Groups["path"].Value);
        Assert.True(target.Groups["kind"].Value == "blob" ? File.Exists(path) : Directory.Exists(path), $"There is no '{path}'.");
    });

    [Fact]
    public void Its_commands_name_projects_that_are_there() => Assert.All(
        English.Code.Where(static code => code.Language == "sh").SelectMany(static code => InRepository().Matches(code.Text)),
        static path => Assert.True(Path.Exists(Repository.At(path.Value)), $"There is no '{path.Value}'."));

    [Fact]
    public void The_translation_has_the_same_headings_code_tables_and_paragraphs() => Assert.Equal(English.Outline, Chinese.Outline);

    [Fact]
    public void The_translation_has_the_same_links() => Assert.Equal(English.Links.Skip(1).Order(), Chinese.Links.Skip(1).Order());

    [Fact]
    public void Each_language_leads_to_the_other() => Assert.Equal(
        [$"{Project}blob/main/README.zh-CN.md", $"{Project}blob/main/README.md"],
        [English.Links[0], Chinese.Links[0]]);

    [GeneratedRegex("/(?<kind>blob|tree)/main/(?<path>[^#]+)")]
    private static partial Regex InProject();

    [GeneratedRegex(@"(?<= )(?:(?:samples|src|tests)/|EasGen\.sln)\S*")]
    private static partial Regex InRepository();
}
