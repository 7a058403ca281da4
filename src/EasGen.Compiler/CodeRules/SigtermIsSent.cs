using System.Collections.Immutable;
using EasGen.Compiler.Declared;
using EasGen.Compiler.Fixes;
using EasGen.Compiler.UserCode;
using EasGen.Core.Features;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EasGen.Compiler.CodeRules;

internal sealed class SigtermIsSent() : ProgramRule(CompilerRules.EAS1019_SigtermIsSent)
{
    public override void Register(CompilationStartAnalysisContext start, UserProject project) =>
        start.RegisterSyntaxNodeAction(
            node =>
            {
                if (SigtermWait.Find(node.Node, node.SemanticModel) is { } wait
                    && project.First is { } first
                    && !project.Services.Any(static service => service.IsToldToEnd)
                    && new EnvironmentReader(node.SemanticModel, () => project.Environment).Runs(node.Node) != false)
                {
                    node.ReportDiagnostic(Report(
                        wait,
                        $"This waits for SIGTERM, which EAS does not send to '{first.Type.Name}' unless asked; "
                        + $"set SendSigterm = true in its [GracefulShutdown]"));
                }
            },
            SyntaxKind.InvocationExpression,
            SyntaxKind.AddAssignmentExpression,
            SyntaxKind.MethodDeclaration);

    /// <summary>True for a grace period of a predictor that no signal begins.</summary>
    internal static bool Lacks(Feature shutdown) =>
        shutdown.Type == GracefulShutdown.FeatureType
            && shutdown[GracefulShutdown.SendSigterm] is null
            && shutdown[GracefulShutdown.DrainSeconds] is null;

    // The shutdown of EasGen.AspNetCore waits for SIGTERM too. A drain time has a rule of its own, and who says 'false' means it.
    public override void Judge(AnnotatedClass service, UserProject project, Complain report)
    {
        if (!service.IsServed)
            return;
        foreach (var (shutdown, attribute) in service.Declared)
        {
            if (Lacks(shutdown) && attribute?.ApplicationSyntaxReference?.GetSyntax() is AttributeSyntax place)
                report(
                    place.Name.GetLocation(),
                    "EasGen.AspNetCore uses the grace period when SIGTERM arrives, but EAS sends none unless asked; set SendSigterm = true",
                    FixOf(service, attribute));
        }
    }

    // With the signal comes a drain, into which the readiness probe may not fit.
    private static ImmutableDictionary<string, string?>? FixOf(AnnotatedClass annotated, AttributeData attribute)
    {
        var at = annotated.Declared.FindIndex(declared => declared.Attribute == attribute);
        return at >= 0 && new FixTrial(annotated).Helps(
            CompilerRules.EAS1019_SigtermIsSent,
            features => features[at] = features[at].With(GracefulShutdown.SendSigterm, true))
            ? FixProperties.Add("Send SIGTERM", $"{GracefulShutdown.SendSigterm} = true")
            : null;
    }
}
