using System.Collections.Immutable;
using System.Globalization;
using EasGen.Compiler.Fixes;
using EasGen.Compiler.UserCode;
using EasGen.Core.Features;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace EasGen.Compiler.CodeRules;

internal sealed class ShutdownFitsGracePeriod() : ProgramRule(CompilerRules.EAS1018_ShutdownFitsGracePeriod)
{
    public override void Register(CompilationStartAnalysisContext start, UserProject project) =>
        start.RegisterSyntaxNodeAction(
            node =>
            {
                if (Timeout(node.Node, node.SemanticModel) is { } timeout
                    && Duration.Seconds(timeout) is { } seconds
                    && project.First?.GracePeriod is > 0 and var grace
                    && Judge(timeout, seconds, grace) is { } diagnostic
                    && new EnvironmentReader(node.SemanticModel, () => project.Environment).Runs(node.Node) == true
                    && project.Agreed(static service => service.GracePeriod) == grace)
                {
                    node.ReportDiagnostic(diagnostic);
                }
            },
            SyntaxKind.SimpleAssignmentExpression,
            SyntaxKind.InvocationExpression);

    private Diagnostic? Judge(IOperation timeout, double seconds, int grace)
    {
        var room = grace - ShutdownMargin.Of(grace);
        if (seconds <= room + 1e-9)
            return null;
        var best = (int)room;
        var given = double.IsInfinity(seconds) ? "as long as it wants" : $"{Text(seconds)} s";
        return Report(
            timeout.Syntax.GetLocation(),
            $"The host may take {given} to stop, but EAS removes the instance after {Text(grace)} s, and the process needs the last "
            + $"{Text(grace - room)} s to exit; give the host {Text(best)} s, or the service a longer [GracefulShutdown]",
            best > 0 ? Fix(timeout.Syntax, best) : null);
    }

    // What is assigned to HostOptions.ShutdownTimeout, or given to UseShutdownTimeout.
    private static IOperation? Timeout(SyntaxNode node, SemanticModel model) => node switch
    {
        AssignmentExpressionSyntax { Left: var left } when Last(left) == "ShutdownTimeout" =>
            model.GetOperation(node) is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target, Value: var value }
                && target.Property.ContainingType is var owner
                && CodeReader.Is(owner, "Microsoft.Extensions.Hosting", "HostOptions")
                ? value
                : null,
        InvocationExpressionSyntax call when CodeReader.NameOf(call) == "UseShutdownTimeout" =>
            model.GetOperation(node) is IInvocationOperation invocation ? CodeReader.Argument(invocation, "timeout") : null,
        _ => null,
    };

    private static string? Last(ExpressionSyntax target) => target switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        IdentifierNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    // The type is called as the code calls it.
    private static ImmutableDictionary<string, string?> Fix(SyntaxNode timeout, int seconds)
    {
        var type = timeout switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var name } } => name.ToString(),
            ObjectCreationExpressionSyntax { Type: var name } => name.ToString(),
            _ => "System.TimeSpan",
        };
        return FixProperties.Replace(FormattableString.Invariant($"Use {seconds} s"), $"{type}.FromSeconds({Text(seconds)})");
    }

    private static string Text(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
