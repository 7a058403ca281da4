using EasGen.Compiler.Predictor;
using EasGen.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EasGen.Compiler.CodeRules;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ProbeHasShape() : CodeRule(AgainstCode.EAS1011_ProbeHasShape)
{
    private protected override void Judge(INamedTypeSymbol service, Compilation compilation, Action<Location, string> report)
    {
        foreach (var marked in PredictorReader.Marked(service).Where(static marked => marked.Kind == MarkKind.Probe))
        {
            if (MethodShape.CheckProblem(marked.Method) is { } problem)
                report(marked.Method.Locations[0], $"The probe method '{marked.Method.Name}' {problem}");
        }
    }
}
