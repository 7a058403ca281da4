using EasGen.Compiler.Fixes;
using EasGen.Compiler.Predictor;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EasGen.Compiler.CodeRules;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PredictCanBeCalled() : CodeRule(CompilerRules.EAS1010_PredictCanBeCalled)
{
    private protected override void Judge(INamedTypeSymbol service, Compilation compilation, Complain report)
    {
        foreach (var marked in PredictorReader.Marked(service).Where(static marked => marked.Kind == MarkKind.Predict))
        {
            if (MethodShape.PredictionProblem(marked.Method) is { } problem)
                report(
                    marked.MethodPlace(service),
                    $"The predict method '{marked.Method.Name}' {problem}",
                    ParameterList.Fix(marked.Method, parameters: 1));
        }
    }
}
