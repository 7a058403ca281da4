using EasGen.Compiler.Declared;
using EasGen.Compiler.Predictor;
using EasGen.Compiler.UserCode;
using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.CodeRules;

internal sealed class RouteIsFree() : CodeRule(CompilerRules.EAS1013_RouteIsFree)
{
    public override void Judge(AnnotatedClass service, UserProject project, Complain report)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var marked in service.Methods.Where(static marked => marked.Kind == MarkKind.Predict))
        {
            if (PredictorReader.RouteProblem(marked.Route) is { } problem)
                report(marked.Place(service.Type), $"The route '{marked.Route}' {problem}; write a plain path such as /predict");
            else if (!taken.Add(PredictorReader.RouteKey(marked.Route)))
                report(marked.Place(service.Type), $"The route '{marked.Route}' is taken by another method; give this one another route");
        }
    }
}
