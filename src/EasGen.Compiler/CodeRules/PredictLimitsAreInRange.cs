using System.Globalization;
using EasGen.Compiler.Predictor;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EasGen.Compiler.CodeRules;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PredictLimitsAreInRange() : CodeRule(CompilerRules.EAS1035_PredictLimitsAreInRange)
{
    private protected override void Judge(INamedTypeSymbol service, Compilation compilation, Complain report)
    {
        foreach (var marked in PredictorReader.Marked(service).Where(static marked => marked.Kind == MarkKind.Predict))
        {
            foreach (var limit in PredictLimits.All)
            {
                if (marked.Argument(limit.Name) is int value && !limit.Allows(value))
                    report(
                        marked.PlaceOf(limit.Name, service),
                        $"{limit.Name} of '{marked.Method.Name}' is {Text(value)}; "
                        + $"use a number from {Text(limit.Least)} to {Text(limit.Most)}, or leave it out");
            }
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
