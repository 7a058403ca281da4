using EasGen.Compiler.Declared;
using EasGen.Compiler.Predictor;
using EasGen.Compiler.UserCode;
using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.CodeRules;

internal sealed class BatchCanBeCalled() : CodeRule(CompilerRules.EAS1037_BatchCanBeCalled)
{
    public override void Judge(AnnotatedClass service, UserProject project, Complain report)
    {
        foreach (var marked in service.Methods.Where(static marked => marked.Kind == MarkKind.Predict))
        {
            if (MethodShape.PredictionProblem(marked.Method) is null && BatchShape.Problem(marked) is { } problem)
                report(
                    marked.PlaceOf(PredictLimits.MaxBatchSize.Name, service.Type),
                    $"The predict method '{marked.Method.Name}' {problem}");
        }
    }
}
