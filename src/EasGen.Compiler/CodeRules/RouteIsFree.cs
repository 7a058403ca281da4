using EasGen.Compiler.Predictor;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EasGen.Compiler.CodeRules;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RouteIsFree() : CodeRule(CompilerRules.EAS1013_RouteIsFree)
{
    private protected override void Judge(INamedTypeSymbol service, Compilation compilation, Complain report)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var marked in PredictorReader.Marked(service).Where(static marked => marked.Kind == MarkKind.Predict))
        {
            if (PredictorReader.RouteProblem(marked.Route) is { } problem)
                report(marked.Place(service), $"The route '{marked.Route}' {problem}; write a plain path such as /predict");
            else if (!taken.Add(PredictorReader.RouteKey(marked.Route)))
                report(marked.Place(service), $"The route '{marked.Route}' is taken by another method; give this one another route");
        }
    }
}
