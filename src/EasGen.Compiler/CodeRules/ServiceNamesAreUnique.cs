using System.Collections.Concurrent;
using EasGen.Compiler.Declared;
using EasGen.Core.Features;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EasGen.Compiler.CodeRules;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ServiceNamesAreUnique() : CodeRule(CompilerRules.EAS1002_ServiceNamesAreUnique)
{
    private protected override void Register(AnalysisContext context) => context.RegisterCompilationStartAction(start =>
    {
        var named = new ConcurrentBag<(string Name, INamedTypeSymbol Type, Location Place)>();
        start.RegisterSymbolAction(symbol => Collect((INamedTypeSymbol)symbol.Symbol, named), SymbolKind.NamedType);
        start.RegisterCompilationEndAction(end =>
        {
            foreach (var twins in named.GroupBy(static service => service.Name, StringComparer.OrdinalIgnoreCase)
                .Where(static group => group.Count() > 1))
            {
                // The order is that of the names, so that every build blames the same class.
                var ordered = twins.OrderBy(static service => service.Type.ToDisplayString(), StringComparer.Ordinal)
                    .ThenBy(
                        static service => service.Place.SourceTree?.FilePath,
                        StringComparer.Ordinal).ThenBy(static service => service.Place.SourceSpan.Start).ToArray();
                foreach (var (name, _, place) in ordered.Skip(1))
                    end.ReportDiagnostic(
                        Report(
                            place,
                            $"The service name '{name}' is taken by '{ordered[0].Type.Name}', and both would write the same file; "
                            + $"give this service another name"));
            }
        });
    });

    private static void Collect(INamedTypeSymbol type, ConcurrentBag<(string Name, INamedTypeSymbol Type, Location Place)> named)
    {
        if (!FeatureReader.IsService(type))
            return;
        var service = FeatureReader.Read(type).Find(static declared => declared.Type == EasService.FeatureType);
        if (service.Feature[EasService.Name] is { Length: > 0 } name)
            named.Add((name, type, service.Attribute!.ApplicationSyntaxReference!.GetSyntax().GetLocation()));
    }
}
