using EasGen.Compiler.Declared;
using EasGen.Compiler.Fixes;
using EasGen.Compiler.Predictor;
using EasGen.Compiler.UserCode;
using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.CodeRules;

internal sealed class StartupCanBeCalled() : CodeRule(CompilerRules.EAS1012_StartupCanBeCalled)
{
    public override void Judge(AnnotatedClass service, UserProject project, Complain report)
    {
        var first = true;
        foreach (var marked in service.Methods.Where(static marked => marked.Kind == MarkKind.Startup))
        {
            if (MethodShape.StartupProblem(marked.Method) is { } problem)
                report(
                    marked.MethodPlace(service.Type),
                    $"The start-up method '{marked.Method.Name}' {problem}",
                    ParameterList.Fix(marked.Method, parameters: 0));
            else if (!first)
                report(
                    marked.Place(service.Type),
                    $"'{service.Type.Name}' already has a start-up method; call '{marked.Method.Name}' from it");
            first = false;
        }
    }
}
