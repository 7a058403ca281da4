using System.Collections.Immutable;
using EasGen.Compiler.Analyzers;
using EasGen.Compiler.Declared;
using EasGen.Compiler.Fixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EasGen.Compiler.CodeRules;

/// <summary>The ceremony of a rule about the code, so that each rule is its judgement alone.</summary>
public abstract class CodeRule : DiagnosticAnalyzer
{
    private readonly Rule first;

    private protected CodeRule(params Rule[] rules) => (first, SupportedDiagnostics) = (rules[0], Descriptors.Of(rules));

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
                Judge(type, symbol.Compilation, (location, message, fix) => symbol.ReportDiagnostic(Report(location, message, fix)));
        },
        SymbolKind.NamedType);

    /// <summary>Judges one annotated class.</summary>
    private protected virtual void Judge(INamedTypeSymbol service, Compilation compilation, Complain report)
    {
    }

    /// <param name="location">What is wrong.</param>
    /// <param name="message">What to do about it.</param>
    /// <param name="fix">The C# that is right there, as <see cref="FixProperties"/> carry it; null when nobody can know it.</param>
    private protected Diagnostic Report(Location location, string message, ImmutableDictionary<string, string?>? fix = null) =>
        Descriptors.Report(first, message, location, fix);

    /// <inheritdoc cref="Report"/>
    private protected delegate void Complain(Location location, string message, ImmutableDictionary<string, string?>? fix = null);
}
