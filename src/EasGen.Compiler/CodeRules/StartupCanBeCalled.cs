using EasGen.Compiler.Fixes;
using EasGen.Compiler.Predictor;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EasGen.Compiler.CodeRules;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StartupCanBeCalled() : CodeRule(CompilerRules.EAS1012_StartupCanBeCalled)
{
    private protected override void Judge(INamedTypeSymbol service, Compilation compilation, Complain report)
    {
        var first = true;
        foreach (var marked in PredictorReader.Marked(service).Where(static marked => marked.Kind == MarkKind.Startup))
        {
            if (MethodShape.StartupProblem(marked.Method) is { } problem)
                report(
                    marked.MethodPlace(service),
                    $"The start-up method '{marked.Method.Name}' {problem}",
                    ParameterList.Fix(marked.Method, parameters: 0));
            else if (!first)
                report(marked.Place(service), $"'{service.Name}' already has a start-up method; call '{marked.Method.Name}' from it");
            first = false;
        }
    }
}
