using EasGen.Compiler.Declared;
using EasGen.Compiler.UserCode;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EasGen.Compiler.CodeRules;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SettingHasService() : CodeRule(CompilerRules.EAS1005_SettingHasService)
{
    private protected override void Register(AnalysisContext context) => context.RegisterCompilationStartAction(start =>
    {
        var bases = new Lazy<HashSet<INamedTypeSymbol>>(() => Bases(start.Compilation));
        start.RegisterSymbolAction(symbol => Judge(symbol, bases), SymbolKind.NamedType, SymbolKind.Method);
    });

    private void Judge(SymbolAnalysisContext symbol, Lazy<HashSet<INamedTypeSymbol>> bases)
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
                && !IsInherited(symbol.Symbol, owner, bases))
                symbol.ReportDiagnostic(Report(
                    place.GetSyntax(symbol.CancellationToken).GetLocation(),
                    $"[{name}] has no effect on '{owner.Name}', which is not a service; add [EasService(name)] to the class"));
        }
    }

    // A public method serves in the services that derive from its class, of which an abstract one has some somewhere.
    private static bool IsInherited(ISymbol member, INamedTypeSymbol owner, Lazy<HashSet<INamedTypeSymbol>> bases) =>
        member is IMethodSymbol { DeclaredAccessibility: Accessibility.Public } && owner.TypeKind == TypeKind.Class
        && ((owner.IsAbstract && !owner.IsStatic) || bases.Value.Contains(owner));

    private static HashSet<INamedTypeSymbol> Bases(Compilation compilation)
    {
        var bases = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var type in ProjectService.Types(compilation.Assembly.GlobalNamespace).Where(FeatureReader.IsService))
        {
            for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
                bases.Add(ancestor.OriginalDefinition);
        }
        return bases;
    }
}
