using System.Collections.Immutable;
using EasGen.Compiler.Declared;
using EasGen.Compiler.Fixes;
using EasGen.Core.Checking;
using EasGen.Core.Features;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EasGen.Compiler.Analyzers;

/// <summary>Holds what the attributes of a class say against the whole rule book, and reports each finding at its argument.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ServiceAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        Descriptors.Of(ServiceRules.All.Where(static rule => rule != Probe.EAS0708_PathIsInProduction));

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!FeatureReader.IsService(type))
            return;

        var annotated = new AnnotatedClass(type);
        var findings = ServiceRules.Check(annotated.Service);
        if (findings.Count == 0)
            return;

        var map = new SourceMap(annotated, context.CancellationToken);
        var offer = new FixOffer(annotated, map);
        foreach (var finding in findings)
        {
            // A note is about what is written; what EasGen fills in gets none.
            if (finding.Rule.Severity != Severity.Info || map.Find(finding.Pointer).Kind != SettingLocationKind.Missing)
                context.ReportDiagnostic(Descriptors.Report(finding, map, offer));
        }
    }
}
