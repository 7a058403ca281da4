using System.Collections.Immutable;
using EasGen.Compiler.Declared;
using EasGen.Compiler.Fixes;
using EasGen.Compiler.Predictor;
using EasGen.Compiler.UserCode;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EasGen.Compiler.CodeRules;

internal sealed class ProbeCanBeCalled() : CodeRule(CompilerRules.EAS1011_ProbeCanBeCalled)
{
    public override void Judge(AnnotatedClass service, UserProject project, Complain report)
    {
        FixTrial? trial = null;
        foreach (var marked in service.Methods.Where(static marked => marked.Kind == MarkKind.Probe))
        {
            if (MethodShape.CheckProblem(marked.Method) is { } problem)
            {
                report(
                    marked.MethodPlace(service.Type),
                    $"The probe method '{marked.Method.Name}' {problem}",
                    ParameterList.Fix(marked.Method, parameters: 0));
                continue;
            }
            foreach (var setting in Elsewhere(marked))
            {
                trial ??= new(service);
                report(
                    PlaceOf(marked, setting, service.Type),
                    $"The method '{marked.Method.Name}' is the check of this probe, but {setting} makes EAS check something else; "
                    + $"remove {setting}, or put the attribute on the class",
                    FixOf(marked, setting, service, trial));
            }
        }
    }

    // What a method answers is asked over HTTP in the container that takes the traffic.
    private static IEnumerable<string> Elsewhere(MarkedMethod marked) => marked.Data.NamedArguments
        .Where(static argument => argument.Key is "TcpPort" or "Exec" || argument is { Key: "Container", Value.Value: not 0 })
        .Select(static argument => argument.Key);

    private static ImmutableDictionary<string, string?>? FixOf(
        MarkedMethod marked,
        string setting,
        AnnotatedClass service,
        FixTrial trial)
    {
        var at = service.Declared.FindIndex(declared => declared.Attribute == marked.Data);
        return at >= 0 && trial.Helps(
            null,
            features => features[at] = features[at].With(features[at].Type.Settings.First(other => other.Name == setting), null))
            ? FixProperties.Remove($"Remove {setting}")
            : null;
    }

    private static Location PlaceOf(MarkedMethod marked, string setting, INamedTypeSymbol service) =>
        ((AttributeSyntax?)marked.Data.ApplicationSyntaxReference?.GetSyntax())?.ArgumentList?.Arguments
            .FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == setting)?.GetLocation() ?? marked.Place(service);
}
