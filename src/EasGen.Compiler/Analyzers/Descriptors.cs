using System.Collections.Immutable;
using System.Globalization;
using EasGen.Compiler.Fixes;
using EasGen.Core;
using EasGen.Core.Rooms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EasGen.Compiler.Analyzers;

/// <summary>The rule book as the compiler knows it.</summary>
internal static class Descriptors
{
    private static readonly Dictionary<Rule, DiagnosticDescriptor> Cache =
        Catalog.Rules.Concat(AgainstCode.All).ToDictionary(static rule => rule, Make);

    public static DiagnosticDescriptor Of(Rule rule) => Cache[rule];

    public static ImmutableArray<DiagnosticDescriptor> Of(IEnumerable<Rule> rules) => rules.Select(Of).ToImmutableArray();

    public static Diagnostic Report(Finding finding, SourceMap map)
    {
        var place = map.Find(finding.Pointer);
        return finding.Fix switch
        {
            null => Diagnostic.Create(Of(finding.Rule), place.Location, finding.Message.ToString()),
            { Value: Typed typed } => Move(finding, place, typed, map),
            var fix => Diagnostic.Create(Of(finding.Rule), place.Location, FixProperties.Of(fix.Title, fix.Value is null ? null : Literal(fix.Value), place.Missing), finding.Message.ToString()),
        };
    }

    // Into the attribute that is there already, which travels as a second location, or in place of the raw setting.
    private static Diagnostic Move(Finding finding, Place place, Typed typed, SourceMap map)
    {
        var feature = typed.Features[0];
        var arguments = string.Join(", ", AttributeText.Named(feature));
        var target = map.Attribute(typed.Place, feature.Room);
        return target is null
            ? Diagnostic.Create(Of(finding.Rule), place.Location, FixProperties.Of(finding.Fix!.Title, AttributeText.Of(feature), null), finding.Message.ToString())
            : arguments.Length > 0
            ? Diagnostic.Create(Of(finding.Rule), place.Location, [target], FixProperties.Of(finding.Fix!.Title, arguments, null), finding.Message.ToString())
            : Diagnostic.Create(Of(finding.Rule), place.Location, finding.Message.ToString());
    }

    private static string Literal(object value) =>
        SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false) ?? Convert.ToString(value, CultureInfo.InvariantCulture);

    // An error is certain, so no setting of the user's can hide it; what is in the artifact the build task raises again.
    private static DiagnosticDescriptor Make(Rule rule) => new(
        rule.Id,
        rule.Title,
        "{0}",
        "EasGen",
        rule.Severity switch
        {
            Severity.Error => DiagnosticSeverity.Error,
            Severity.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        },
        isEnabledByDefault: true,
        helpLinkUri: rule.HelpLink,
        customTags: Tags(rule));

    private static string[] Tags(Rule rule) =>
    [
        .. rule.Severity == Severity.Error ? [WellKnownDiagnosticTags.NotConfigurable] : Array.Empty<string>(),
        .. IsJudgedAtEnd(rule) ? [WellKnownDiagnosticTags.CompilationEnd] : Array.Empty<string>(),
    ];

    // What only the whole compilation can tell.
    private static bool IsJudgedAtEnd(Rule rule) =>
        rule == AgainstCode.EAS1002_ServiceNamesAreUnique || rule == Probe.EAS0708_PathIsInProduction || rule == AgainstCode.EAS1015_ProbePathIsMapped || rule == AgainstCode.EAS1016_ProbePathIsMappedInProduction;
}
