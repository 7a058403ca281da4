using System.Globalization;
using EasGen.Compiler.Declared;
using EasGen.Compiler.Predictor;
using EasGen.Compiler.UserCode;
using EasGen.Core.Features;
using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.CodeRules;

internal sealed class BatchFitsQueue() : CodeRule(CompilerRules.EAS1038_BatchFitsQueue)
{
    public override void Judge(AnnotatedClass service, UserProject project, Complain report)
    {
        foreach (var marked in service.Methods.Where(static marked => marked.Kind == MarkKind.Predict))
        {
            // A limit that may not be that is told already.
            var queue = marked.Data.Named(PredictLimits.MaxQueue.Name) is null
                ? ServiceDefaults.MaxQueue
                : PredictLimits.MaxQueue.Of(marked);
            if (PredictLimits.MaxBatchSize.Of(marked) is { } size && size > queue)
                report(
                    marked.PlaceOf(PredictLimits.MaxBatchSize.Name, service.Type),
                    $"MaxBatchSize of '{marked.Method.Name}' is {Text(size)}, but MaxQueue lets only {Text(queue.Value)} requests wait, "
                    + $"so that no batch is full; set MaxQueue to {Text(size)} or more, or lower MaxBatchSize");
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
