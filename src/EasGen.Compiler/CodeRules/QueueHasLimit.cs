using EasGen.Compiler.Predictor;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EasGen.Compiler.CodeRules;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class QueueHasLimit() : CodeRule(CompilerRules.EAS1036_QueueHasLimit)
{
    private protected override void Judge(INamedTypeSymbol service, Compilation compilation, Complain report)
    {
        foreach (var marked in PredictorReader.Marked(service).Where(static marked => marked.Kind == MarkKind.Predict))
        {
            if (marked.Argument("MaxQueue") is not null
                && marked.Argument("MaxConcurrency") is null
                && MethodShape.IsAsynchronous(marked.Method))
                report(
                    marked.PlaceOf("MaxQueue", service),
                    $"'{marked.Method.Name}' is asynchronous and takes any number of calls at once, so none waits in the queue; "
                    + $"set MaxConcurrency too, or remove MaxQueue");
        }
    }
}
