using EasGen.Compiler.Declared;
using EasGen.Compiler.Fixes;
using EasGen.Compiler.Predictor;
using EasGen.Compiler.UserCode;
using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.CodeRules;

internal sealed class PredictCanBeCalled() : CodeRule(CompilerRules.EAS1010_PredictCanBeCalled)
{
    public override void Judge(AnnotatedClass service, UserProject project, Complain report)
    {
        foreach (var marked in service.Methods.Where(static marked => marked.Kind == MarkKind.Predict))
        {
            if (MethodShape.PredictionProblem(marked.Method) is { } problem)
                report(
                    marked.MethodPlace(service.Type),
                    $"The predict method '{marked.Method.Name}' {problem}",
                    ParameterList.Fix(marked.Method, parameters: 1));
        }
    }
}
