using EasGen.Compiler.Declared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EasGen.Compiler.CodeRules;

/// <summary>A type around a service is judged by itself: an editor offers no fix for what is reported while it looks at another.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClassIsPartial() : CodeRule(CompilerRules.EAS1001_ClassIsPartial)
{
    private protected override void Register(AnalysisContext context) => context.RegisterSymbolAction(
        symbol =>
        {
            var type = (INamedTypeSymbol)symbol.Symbol;
            if (!HasExtendedClass(type))
                return;
            foreach (var part in DeclaredType.NotPartial(type))
                symbol.ReportDiagnostic(Report(part.GetLocation(), $"EasGen adds members to '{type.Name}'; declare it as partial"));
        },
        SymbolKind.NamedType);

    // The service itself, or one inside of the type.
    private static bool HasExtendedClass(INamedTypeSymbol type) =>
        FeatureReader.IsService(type) && DeclaredType.NotExtendable(type) is null || type.GetTypeMembers().Any(HasExtendedClass);
}
