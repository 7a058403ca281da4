using EasGen.Compiler.Declared;
using EasGen.Compiler.Predictor;
using EasGen.Compiler.UserCode;
using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.CodeRules;

internal sealed class QueueHasLimit() : CodeRule(CompilerRules.EAS1036_QueueHasLimit)
{
    public override void Judge(AnnotatedClass service, UserProject project, Complain report)
    {
        foreach (var marked in service.Methods.Where(static marked => marked.Kind == MarkKind.Predict))
        {
            if (marked.Data.Named("MaxQueue") is not null
                && marked.Data.Named("MaxConcurrency") is null
                && !marked.IsBatch
                && MethodShape.IsAsynchronous(marked.Method))
                report(
                    marked.PlaceOf("MaxQueue", service.Type),
                    $"'{marked.Method.Name}' is asynchronous and takes any number of calls at once, so none waits in the queue; "
                    + $"set MaxConcurrency too, or remove MaxQueue");
        }
    }
}
