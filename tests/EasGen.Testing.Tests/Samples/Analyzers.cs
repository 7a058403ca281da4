using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EasGen.Testing.Tests.Samples;

/// <summary>An analyzer of one rule about one kind of symbol.</summary>
public abstract class SymbolAnalyzer(string id, string message, SymbolKind kind) : DiagnosticAnalyzer
{
    private readonly DiagnosticDescriptor rule = new(
        id, id, message, "Kit", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: $"https://example.org/{id}");

    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [rule];

    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Check, kind);
    }

    protected abstract bool IsWrong(ISymbol symbol);

    private void Check(SymbolAnalysisContext context)
    {
        if (IsWrong(context.Symbol))
            context.ReportDiagnostic(Diagnostic.Create(rule, context.Symbol.Locations[0], context.Symbol.Name));
    }
}

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LowercaseClassAnalyzer() : SymbolAnalyzer("KIT001", "Class '{0}' starts with a small letter", SymbolKind.NamedType)
{
    protected override bool IsWrong(ISymbol symbol) => char.IsLower(symbol.Name.FirstOrDefault());
}

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PublicFieldAnalyzer() : SymbolAnalyzer("KIT002", "Field '{0}' is public", SymbolKind.Field)
{
    protected override bool IsWrong(ISymbol symbol) => symbol.DeclaredAccessibility == Accessibility.Public;
}

/// <summary>Throws over a class of the name <c>Bad</c>, which stands for an attribute that does not bind.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ThrowingAnalyzer() : SymbolAnalyzer("KIT003", "Never", SymbolKind.NamedType)
{
    protected override bool IsWrong(ISymbol symbol) => symbol.Name == "Bad" ? throw new InvalidOperationException("a bad class") : false;
}

/// <summary>Hangs, deaf to every request to stop.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SleepingAnalyzer() : SymbolAnalyzer("KIT004", "Never", SymbolKind.NamedType)
{
    protected override bool IsWrong(ISymbol symbol)
    {
        Thread.Sleep(TimeSpan.FromSeconds(5));
        return false;
    }
}
