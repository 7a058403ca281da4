using System.Text.RegularExpressions;
using EasGen.Core.Checking;
using EasGen.Testing;
using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.Tests.Rules;

/// <summary>The rule book keeps its word: every page names its rule, its wrong example breaks it, its right one breaks none.</summary>
public partial class RulePageTests
{
    private static readonly Rule[] InCompiler = [.. ServiceRules.All, .. CompilerRules.All];

    private static readonly string Folder = Path.Combine(Repository.Root, "docs/rules");

    public static TheoryData<string> Rules => [.. RuleCatalog.All.Select(static rule => rule.Id)];

    /// <summary>The rules that are shown with C#; what only a JSON file or a build can break is shown with that.</summary>
    public static TheoryData<string> RulesInCode =>
        [.. InCompiler.Select(static rule => rule.Id).Where(static id => Example(id, "Wrong").Language == "csharp")];

    [Fact]
    public void Every_page_belongs_to_a_rule() => Assert.Equal(
        RuleCatalog.All.Select(static rule => rule.Id),
        Directory.GetFiles(Folder, "EAS*.md").Select(static path => Path.GetFileNameWithoutExtension(path)).Order());

    [Fact]
    public void Every_rule_that_code_can_break_is_shown_with_code() => Assert.Equal(
        [
            "EAS0001", "EAS0002", "EAS0004", "EAS0015", "EAS0016", "EAS0017", "EAS0019", "EAS0106", "EAS0110",
            "EAS0312", "EAS0404", "EAS0540", "EAS0663", "EAS0670", "EAS0707", "EAS0708", "EAS0901", "EAS0903",
        ],
        InCompiler.Select(static rule => rule.Id).Where(static id => Example(id, "Wrong").Language != "csharp"));

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_page_says_what_its_rule_says(string id)
    {
        var rule = RuleCatalog.Find(id)!;
        var page = Page(id);

        Assert.StartsWith($"# {id}: {rule.Title}\n", page, StringComparison.Ordinal);
        Assert.Contains($"\nSeverity: {rule.Severity.ToString().ToLowerInvariant()}\n", page, StringComparison.Ordinal);
        Assert.Equal(["Wrong", "Right", "How to fix", "Source"], Heading().Matches(page).Select(static match => match.Groups[1].Value));
        Assert.EndsWith($"/docs/rules/{id}.md", rule.HelpLink, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_is_in_an_analyzer_unless_the_build_alone_can_judge_it() => Assert.Equal(
        InCompiler.Select(static rule => rule.Id).Order(),
        Eas.Analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Select(static descriptor => descriptor.Id).Order());

    [Fact]
    public void Every_rule_says_in_the_IDE_why_it_is_there() =>
        Assert.All(Eas.Analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics), static descriptor =>
        Assert.Contains(
            descriptor.Description.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Page(descriptor.Id).Replace("`", "", StringComparison.Ordinal),
            StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(RulesInCode))]
    public async Task The_wrong_example_breaks_the_rule(string id) =>
        Assert.Contains(id, (await FoundIn(id, "Wrong")).Select(static found => found.Id));

    [Theory]
    [MemberData(nameof(RulesInCode))]
    public async Task The_right_example_breaks_none(string id) => Assert.Empty(await FoundIn(id, "Right"));

    /// <summary>What the analyzers and the compiler find in an example.</summary>
    internal static async Task<IReadOnlyList<Diagnostic>> FoundIn(string id, string section)
    {
        var options = (
            id == "EAS1006" ? Eas.Describing : Eas.Serving) with
        { Generators = [new EasServiceGenerator()], AllowCompileErrors = true };
        var diagnostics = await AnalyzerVerifier.DiagnosticsAsync(Eas.Analyzers, Example(id, section).Text, options);
        return [.. diagnostics.Where(static diagnostic =>
            diagnostic.Id.StartsWith("EAS", StringComparison.Ordinal) || diagnostic.Severity == DiagnosticSeverity.Error)];
    }

    private static (string Language, string Text) Example(string id, string section)
    {
        var match = Regex.Match(Page(id), $"\n## {section}\n\n```(\\w+)\n(.*?)```\n", RegexOptions.Singleline);
        Assert.True(match.Success, $"{id}.md has no example under '{section}'.");
        return (match.Groups[1].Value, match.Groups[2].Value);
    }

    private static string Page(string id) => File.ReadAllText(Path.Combine(Folder, $"{id}.md"));

    [GeneratedRegex("^## (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
