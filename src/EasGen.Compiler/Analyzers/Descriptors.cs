using System.Collections.Immutable;
using EasGen.Compiler.Fixes;
using EasGen.Core;
using EasGen.Core.Checking;
using EasGen.Core.Features;
using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.Analyzers;

/// <summary>The rule book as the compiler knows it.</summary>
internal static class Descriptors
{
    private static readonly Dictionary<Rule, DiagnosticDescriptor> Cache =
        ServiceRules.All.Concat(CompilerRules.All).ToDictionary(static rule => rule, static rule => Make(rule, rule.Title));

    public static DiagnosticDescriptor Of(Rule rule) => Cache[rule];

    public static ImmutableArray<DiagnosticDescriptor> Of(IEnumerable<Rule> rules) => rules.Select(Of).ToImmutableArray();

    public static Diagnostic Report(Finding finding, SourceMap map, FixOffer? offer = null)
    {
        var place = map.Find(finding.Pointer);
        var fix = offer?.For(finding, place);
        Location[] places = fix?.Target is { } target ? [target] : [];
        return Report(finding.Rule, finding.Message.ToString(), place.Location, fix?.Change, places);
    }

    // A message is composed for each finding, and for C# in other words than for JSON, so that no one format of a rule can say
    // it. The list of rules shows the title instead; what is reported has a descriptor whose text is the message itself.
    public static Diagnostic Report(
        Rule rule,
        string message,
        Location location,
        ImmutableDictionary<string, string?>? fix = null,
        Location[]? places = null) => Diagnostic.Create(Make(rule, PlainText.Line(message)), location, places, fix);

    // An error is certain, so neither a severity nor a pragma hides it. [SuppressMessage] still does: it is the user's own act, after
    // which the build task raises what is in the artifact once more, and what is about code alone stays silent.
    private static DiagnosticDescriptor Make(Rule rule, string message) => new(
        rule.Id,
        rule.Title,
        message,
        rule.Category,
        rule.Severity switch
        {
            Severity.Error => DiagnosticSeverity.Error,
            Severity.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        },
        isEnabledByDefault: true,
        description: new RuleDescription(rule),
        helpLinkUri: rule.HelpLink,
        customTags: Tags(rule));

    private static string[] Tags(Rule rule) =>
    [
        .. rule.Severity == Severity.Error ? [WellKnownDiagnosticTags.NotConfigurable] : Array.Empty<string>(),
        .. IsJudgedAtEnd(rule) ? [WellKnownDiagnosticTags.CompilationEnd] : Array.Empty<string>(),
    ];

    // What only the whole compilation can tell.
    private static bool IsJudgedAtEnd(Rule rule) =>
        rule == Probe.EAS0708_PathIsInProduction
            || rule == CompilerRules.EAS1015_ProbePathIsMapped
            || rule == CompilerRules.EAS1016_ProbePathIsMappedInProduction;
}
