using EasGen.Compiler.Declared;
using EasGen.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EasGen.Compiler.CodeRules;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SettingHasService() : CodeRule(AgainstCode.EAS1005_SettingHasService)
{
    private protected override void Register(AnalysisContext context) => context.RegisterSymbolAction(
        symbol =>
        {
            var owner = symbol.Symbol as INamedTypeSymbol ?? symbol.Symbol.ContainingType;
            if (owner is null || FeatureReader.IsService(owner))
                return;
            foreach (var attribute in symbol.Symbol.GetAttributes())
            {
                if (FeatureReader.NameOf(attribute) is { } name && attribute.ApplicationSyntaxReference is { } place)
                    symbol.ReportDiagnostic(Report(place.GetSyntax(symbol.CancellationToken).GetLocation(), $"[{name}] has no effect on '{owner.Name}', which is no service; add [EasService(name)] to the class"));
            }
        },
        SymbolKind.NamedType,
        SymbolKind.Method);
}
