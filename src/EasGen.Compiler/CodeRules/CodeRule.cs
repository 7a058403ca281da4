using System.Collections.Immutable;
using EasGen.Compiler.Analyzers;
using EasGen.Compiler.Declared;
using EasGen.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EasGen.Compiler.CodeRules;

/// <summary>The ceremony of a rule about the code, so that each rule is its judgement alone.</summary>
public abstract class CodeRule : DiagnosticAnalyzer
{
    private readonly DiagnosticDescriptor descriptor;

    private protected CodeRule(Rule rule)
    {
        descriptor = Descriptors.Of(rule);
        SupportedDiagnostics = [descriptor];
    }

    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        Register(context);
    }

    private protected virtual void Register(AnalysisContext context) => context.RegisterSymbolAction(
        symbol =>
        {
            var type = (INamedTypeSymbol)symbol.Symbol;
            if (FeatureReader.IsService(type))
                Judge(type, symbol.Compilation, (location, message) => symbol.ReportDiagnostic(Report(location, message)));
        },
        SymbolKind.NamedType);

    /// <summary>Judges one annotated class.</summary>
    private protected virtual void Judge(INamedTypeSymbol service, Compilation compilation, Action<Location, string> report)
    {
    }

    private protected Diagnostic Report(Location location, string message) => Diagnostic.Create(descriptor, location, message);
}
