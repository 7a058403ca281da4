using EasGen.Compiler.Declared;
using EasGen.Compiler.UserCode;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EasGen.Compiler.CodeRules;

internal sealed class SettingHasService() : ProgramRule(CompilerRules.EAS1005_SettingHasService)
{
    public override void Register(CompilationStartAnalysisContext start, UserProject project) =>
        start.RegisterSymbolAction(symbol => Judge(symbol, project), SymbolKind.NamedType, SymbolKind.Method);

    private void Judge(SymbolAnalysisContext symbol, UserProject project)
    {
        // A mark on what is no ordinary method has a rule of its own.
        if (symbol.Symbol is IMethodSymbol { MethodKind: not MethodKind.Ordinary })
            return;
        var owner = symbol.Symbol as INamedTypeSymbol ?? symbol.Symbol.ContainingType;
        if (owner is null || FeatureReader.IsService(owner))
            return;
        foreach (var attribute in symbol.Symbol.GetAttributes())
        {
            if (FeatureReader.NameOf(attribute) is { } name
                && attribute.ApplicationSyntaxReference is { } place
                && !IsInherited(symbol.Symbol, owner, project))
                symbol.ReportDiagnostic(Report(
                    place.GetSyntax(symbol.CancellationToken).GetLocation(),
                    $"[{name}] has no effect on '{owner.Name}', which is not a service; add [EasService(name)] to the class"));
        }
    }

    // A public method serves in the services that derive from its class, of which an abstract one has some somewhere.
    private static bool IsInherited(ISymbol member, INamedTypeSymbol owner, UserProject project) =>
        member is IMethodSymbol { DeclaredAccessibility: Accessibility.Public } && owner.TypeKind == TypeKind.Class
        && ((owner.IsAbstract && !owner.IsStatic) || project.Classes.All.Any(service => DerivesFrom(service.Type, owner)));

    private static bool DerivesFrom(INamedTypeSymbol type, INamedTypeSymbol owner)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(ancestor.OriginalDefinition, owner))
                return true;
        }
        return false;
    }
}
