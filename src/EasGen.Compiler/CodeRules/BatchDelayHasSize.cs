using EasGen.Compiler.Declared;
using EasGen.Compiler.Predictor;
using EasGen.Compiler.UserCode;
using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.CodeRules;

internal sealed class BatchDelayHasSize() : CodeRule(CompilerRules.EAS1040_BatchDelayHasSize)
{
    public override void Judge(AnnotatedClass service, UserProject project, Complain report)
    {
        foreach (var marked in service.Methods.Where(static marked => marked.Kind == MarkKind.Predict))
        {
            if (!marked.IsBatch && marked.Data.Named(PredictLimits.MaxBatchDelay.Name) is not null)
                report(
                    marked.PlaceOf(PredictLimits.MaxBatchDelay.Name, service.Type),
                    $"'{marked.Method.Name}' takes single requests, so none waits for others; "
                    + $"set MaxBatchSize too, or remove MaxBatchDelayMilliseconds");
        }
    }
}
