using EasGen.Compiler.Fixes;
using EasGen.Compiler.Predictor;
using EasGen.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EasGen.Compiler.CodeRules;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ProbeHasShape() : CodeRule(AgainstCode.EAS1011_ProbeHasShape)
{
    private protected override void Judge(INamedTypeSymbol service, Compilation compilation, Complain report)
    {
        foreach (var marked in PredictorReader.Marked(service).Where(static marked => marked.Kind == MarkKind.Probe))
        {
            if (MethodShape.CheckProblem(marked.Method) is { } problem)
                report(marked.Method.Locations[0], $"The probe method '{marked.Method.Name}' {problem}", ParameterList.Fix(marked.Method, parameters: 0));
            else if (Elsewhere(marked) is { } setting)
                report(PlaceOf(marked, setting), $"The method '{marked.Method.Name}' is the check of this probe, but {setting} makes EAS ask elsewhere; remove {setting}, or put the attribute on the class", FixProperties.Of($"Remove {setting}", null, null));
        }
    }

    // What a method answers is asked over HTTP in the container that takes the traffic.
    private static string? Elsewhere(MarkedMethod marked) => marked.Data.NamedArguments
        .Where(static argument => argument.Key is "TcpPort" or "Exec" || argument is { Key: "Container", Value.Value: not 0 })
        .Select(static argument => argument.Key)
        .FirstOrDefault();

    private static Location PlaceOf(MarkedMethod marked, string setting) =>
        ((AttributeSyntax?)marked.Data.ApplicationSyntaxReference?.GetSyntax())?.ArgumentList?.Arguments
            .FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == setting)?.GetLocation() ?? marked.Place;
}
