using System.Globalization;
using EasGen.Compiler.Declared;
using EasGen.Compiler.Predictor;
using EasGen.Compiler.UserCode;
using EasGen.Core.Features;
using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.CodeRules;

internal sealed class BatchDelayFitsTimeLimit() : CodeRule(CompilerRules.EAS1039_BatchDelayFitsTimeLimit)
{
    public override void Judge(AnnotatedClass service, UserProject project, Complain report)
    {
        if (service.Service.First(RequestHandling.FeatureType)?[RequestHandling.TimeoutSeconds] is not { } seconds)
            return;
        foreach (var marked in service.Methods.Where(static marked => marked.Kind == MarkKind.Predict))
        {
            if (PredictLimits.MaxBatchDelay.Of(marked) is { } delay && delay >= seconds * RequestHandling.TimeoutSeconds.Scale)
                report(
                    marked.PlaceOf(PredictLimits.MaxBatchDelay.Name, service.Type),
                    $"A request of '{marked.Method.Name}' may wait {Text(delay)} ms for others, but has to be answered within "
                    + $"{Text(seconds * RequestHandling.TimeoutSeconds.Scale)} ms (TimeoutSeconds); wait less, such as 5 ms");
        }
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
