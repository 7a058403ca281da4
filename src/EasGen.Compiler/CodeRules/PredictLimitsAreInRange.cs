using System.Globalization;
using EasGen.Compiler.Declared;
using EasGen.Compiler.Predictor;
using EasGen.Compiler.UserCode;
using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.CodeRules;

internal sealed class PredictLimitsAreInRange() : CodeRule(CompilerRules.EAS1035_PredictLimitsAreInRange)
{
    public override void Judge(AnnotatedClass service, UserProject project, Complain report)
    {
        foreach (var marked in service.Methods.Where(static marked => marked.Kind == MarkKind.Predict))
        {
            foreach (var limit in PredictLimits.All)
            {
                if (marked.Data.Named(limit.Name) is int value && !limit.Allows(value))
                    report(
                        marked.PlaceOf(limit.Name, service.Type),
                        $"{limit.Name} of '{marked.Method.Name}' is {Text(value)}; "
                        + $"use a number from {Text(limit.Least)} to {Text(limit.Most)}, or leave it out");
            }
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
