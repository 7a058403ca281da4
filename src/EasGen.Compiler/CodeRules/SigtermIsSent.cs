using System.Collections.Immutable;
using EasGen.Compiler.Declared;
using EasGen.Compiler.Fixes;
using EasGen.Compiler.Predictor;
using EasGen.Compiler.UserCode;
using EasGen.Core.Features;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EasGen.Compiler.CodeRules;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SigtermIsSent() : ProgramRule(CompilerRules.EAS1019_SigtermIsSent)
{
    private protected override void Register(CompilationStartAnalysisContext start, Lazy<ProjectService[]> services)
    {
        start.RegisterSymbolAction(Judge, SymbolKind.NamedType);
        start.RegisterSyntaxNodeAction(
            node =>
            {
                if (SigtermWait.Find(node.Node, node.SemanticModel) is { } wait
                    && services.Value is { Length: > 0 } all
                    && !all.Any(static service => service.IsToldToEnd)
                    && new EnvironmentReader(node.SemanticModel, ProjectService.AgreedEnvironment(all)).Runs(node.Node) != false)
                {
                    node.ReportDiagnostic(Report(
                        wait,
                        $"This waits for SIGTERM, which EAS does not send to '{all[0].Type.Name}' unless asked; "
                        + $"set SendSigterm = true in its [GracefulShutdown]"));
                }
            },
            SyntaxKind.InvocationExpression,
            SyntaxKind.AddAssignmentExpression,
            SyntaxKind.MethodDeclaration);
    }

    /// <summary>True for a grace period of a predictor that no signal begins.</summary>
    internal static bool Lacks(Feature shutdown) =>
        shutdown.Type == GracefulShutdown.FeatureType
            && shutdown[GracefulShutdown.SendSigterm] is null
            && shutdown[GracefulShutdown.DrainSeconds] is null;

    // The shutdown of EasGen.AspNetCore waits for SIGTERM too. A drain time has a rule of its own, and who says 'false' means it.
    private void Judge(SymbolAnalysisContext symbol)
    {
        var type = (INamedTypeSymbol)symbol.Symbol;
        if (!FeatureReader.IsService(type) || !PredictorReader.IsServed(type))
            return;
        AnnotatedClass? annotated = null;
        foreach (var (shutdown, attribute) in FeatureReader.Read(type))
        {
            if (!Lacks(shutdown) || attribute?.ApplicationSyntaxReference?.GetSyntax(symbol.CancellationToken) is not AttributeSyntax place)
                continue;
            annotated ??= new(type);
            symbol.ReportDiagnostic(Report(
                place.Name.GetLocation(),
                "EasGen.AspNetCore uses the grace period when SIGTERM arrives, but EAS sends none unless asked; set SendSigterm = true",
                FixOf(annotated, attribute)));
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
