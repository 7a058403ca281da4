using System.Collections.Immutable;
using System.Globalization;
using EasGen.AspNetCore;
using EasGen.Compiler;
using EasGen.Compiler.Analyzers;
using EasGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit.Abstractions;

namespace EasGen.CodeFixes.Tests;

/// <summary>
/// Whatever is wrong with a service, and whatever stands beside it: a fix mends what it is offered for, changes nothing else, wakes no
/// other finding and leaves code that compiles. EASGEN_FIX_RUNS asks for more mixed services, EASGEN_FIX_SEED for the same again.
/// </summary>
public class FixProperty(ITestOutputHelper output)
{
    private static readonly TestOptions Options = new()
    {
        ExtraReferences = [References.Of<EasServiceAttribute>(), References.Of<EasServiceDescription>(), .. References.AspNetCore],
        Generators = [new EasServiceGenerator()],
        AllowUnsafe = true,
    };

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = All<DiagnosticAnalyzer>(typeof(ServiceAnalyzer));

    private static readonly ImmutableArray<CodeFixProvider> Fixes = All<CodeFixProvider>(typeof(SettingFix));

    public static TheoryData<string> Pages => [.. FixCases.Pages.Keys.Order()];

    [Theory, MemberData(nameof(Pages))]
    public async Task Of_the_wrong_example_of_each_page_which_promises_it(string id)
    {
        var example = FixCases.Pages[id];
        var fixes = await SurveyAsync(example);
        var fault = FaultOf(fixes, example);
        Assert.True(fault is null, fault);
        var isOffered = fixes.Any(fix => fix.Diagnostic.Id == id);
        Assert.Equal(FixCases.PromisesFix(id), isOffered || FixCases.FixedOtherwise.Contains(id));
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Of_a_variant_of_the_wrong_example_of_each_page(string id)
    {
        // Which one changes from page to page.
        var variant = FixCases.Vary(FixCases.Pages[id], 1 + (int.Parse(id[3..], CultureInfo.InvariantCulture) % 7));
        var fault = FaultOf(await SurveyAsync(variant), variant);
        Assert.True(fault is null, fault);
    }

    [Fact]
    public async Task Of_mixed_services()
    {
        var seed = Number("EASGEN_FIX_SEED") ?? Random.Shared.Next();
        output.WriteLine($"EASGEN_FIX_SEED={seed}");
        var random = new Random(seed);
        for (var run = Number("EASGEN_FIX_RUNS") ?? 60; run > 0; run--)
        {
            var sources = FixCases.Mixed(random);
            var fault = FaultOf(await SurveyAsync(sources), sources);
            Assert.True(fault is null, $"EASGEN_FIX_SEED={seed}: {fault}");
        }
    }

    private static Task<IReadOnlyList<AppliedFix>> SurveyAsync(Sources sources) =>
        FixSurvey.OfAsync(sources, Analyzers, Fixes, Options);

    private static string? FaultOf(IReadOnlyList<AppliedFix> fixes, Sources sources)
    {
        foreach (var fix in fixes)
        {
            if (FaultOf(fix, sources) is { } fault)
                return $"'{fix.Title}' for {fix.Diagnostic.Id} ({fix.Diagnostic.GetMessage(CultureInfo.InvariantCulture)}) "
                    + $"{fault}\n\n{Text(sources)}\n\nbecomes\n\n{Text(fix.After)}";
        }
        return null;
    }

    private static string? FaultOf(AppliedFix fix, Sources before)
    {
        var (were, are) = (Count(fix.SaidBefore), Count(fix.SaidAfter));
        var woken = are.Where(found => found.Value > were.GetValueOrDefault(found.Key)).Select(static found => found.Key).ToArray();
        if (woken.Length > 0)
            return $"wakes {string.Join(", ", fix.SaidAfter.Where(found => woken.Contains(found.Id)))}";
        if (are.GetValueOrDefault(fix.Diagnostic.Id) >= were[fix.Diagnostic.Id])
            return "mends nothing";
        if (!fix.IsAlone || fix.Diagnostic.Location.SourceTree!
            .GetRoot()
            .FindNode(fix.Diagnostic.Location.SourceSpan)
            .FirstAncestorOrSelf<AttributeSyntax>() is null)
            return null;

        var (gone, come) = (Attributes(before).ToList(), Attributes(fix.After).ToList());
        var same = gone.Where(come.Remove).ToArray();
        foreach (var attribute in same)
            gone.Remove(attribute);
        return gone.Count <= 1 + fix.Diagnostic.AdditionalLocations.Count && come.Count <= 1 && Rest(before) == Rest(fix.After)
            ? null
            : $"changes more than its attribute: {string.Join(" ", gone)} becomes {string.Join(" ", come)}";
    }

    private static Dictionary<string, int> Count(ImmutableArray<Diagnostic> diagnostics) =>
        diagnostics.GroupBy(static diagnostic => diagnostic.Id).ToDictionary(static group => group.Key, static group => group.Count());

    private static IEnumerable<string> Attributes(Sources sources) =>
        sources
            .SelectMany(static file => Root(file).DescendantNodes().OfType<AttributeSyntax>())
            .Select(static attribute => attribute.ToString());

    // The code without its attributes and its white space.
    private static string Rest(Sources sources) => string.Concat(sources.OrderBy(static file => file.Path, StringComparer.Ordinal)
        .SelectMany(static file => Root(file)
            .DescendantTokens()
            .Where(static token => !token.Parent!.AncestorsAndSelf().Any(static node => node is AttributeListSyntax)))
        .Select(static token => token.Text));

    private static SyntaxNode Root(SourceFile file) => Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText(file.Text).GetRoot();

    private static string Text(Sources sources) => string.Join("\n", sources.Select(static file => $"// {file.Path}\n{file.Text}"));

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;

    private static ImmutableArray<T> All<T>(Type one) =>
    [
        .. one.Assembly.GetTypes().Where(static type => !type.IsAbstract && type.IsAssignableTo(typeof(T)))
            .OrderBy(static type => type.FullName, StringComparer.Ordinal).Select(static type => (T)Activator.CreateInstance(type)!),
    ];
}
