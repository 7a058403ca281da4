using EasGen.Compiler.Declared;
using EasGen.Compiler.UserCode;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EasGen.Compiler.CodeRules;

/// <summary>A type around a service is judged by itself: an editor offers no fix for what is reported while it looks at another.</summary>
internal sealed class ClassIsPartial() : ProgramRule(CompilerRules.EAS1001_ClassIsPartial)
{
    public override void Register(CompilationStartAnalysisContext start, UserProject project) => start.RegisterSymbolAction(
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
