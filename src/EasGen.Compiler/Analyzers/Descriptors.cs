using System.Collections.Immutable;
using System.Globalization;
using EasGen.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EasGen.Compiler.Analyzers;

/// <summary>The rule book as the compiler knows it.</summary>
internal static class Descriptors
{
    /// <summary>Under these names a diagnostic carries its fix to the code fix provider.</summary>
    public const string FixTitle = "EasGen.FixTitle";
    public const string FixValue = "EasGen.FixValue";

    private static readonly Dictionary<Rule, DiagnosticDescriptor> Cache =
        Catalog.Rules.Concat(AgainstCode.All).ToDictionary(static rule => rule, Make);

    public static DiagnosticDescriptor Of(Rule rule) => Cache[rule];

    public static ImmutableArray<DiagnosticDescriptor> Of(IEnumerable<Rule> rules) => rules.Select(Of).ToImmutableArray();

    public static Diagnostic Report(Finding finding, Location location) => Diagnostic.Create(
        Of(finding.Rule),
        location,
        finding.Fix is { } fix ? Properties(fix) : ImmutableDictionary<string, string?>.Empty,
        finding.Message);

    // The value travels as C#; a fix without a value removes the setting.
    private static ImmutableDictionary<string, string?> Properties(Fix fix)
    {
        var properties = ImmutableDictionary<string, string?>.Empty.Add(FixTitle, fix.Title);
        return fix.Value is null ? properties : properties.Add(FixValue, Literal(fix.Value));
    }

    private static string Literal(object value) =>
        SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false) ?? Convert.ToString(value, CultureInfo.InvariantCulture);

    // An error in the artifact is certain, and the build task raises it again: no setting of the user's can hide it.
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
        .. rule == AgainstCode.EAS1002_ServiceNamesAreUnique ? [WellKnownDiagnosticTags.CompilationEnd] : Array.Empty<string>(),
    ];
}
