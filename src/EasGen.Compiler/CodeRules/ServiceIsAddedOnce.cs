using EasGen.Compiler.UserCode;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EasGen.Compiler.CodeRules;

internal sealed class ServiceIsAddedOnce() : ProgramRule(CompilerRules.EAS1021_ServiceIsAddedOnce)
{
    private const string Add = "AddEasService";
    private const string Map = "MapEasService";

    public override void Register(CompilationStartAnalysisContext start, UserProject project) => start.RegisterSyntaxNodeAction(
        node =>
        {
            var call = (InvocationExpressionSyntax)node.Node;
            if (CodeReader.NameOf(call) is not (Add or Map) || !IsOurs(call, node.SemanticModel) || Body(call) is not { } body)
                return;
            if (body.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(other => IsBefore(other, call, node.SemanticModel)))
                node.ReportDiagnostic(Report(CodeReader.NameSyntax(call)!.GetLocation(), MessageOf(call)));
        },
        SyntaxKind.InvocationExpression);

    private static string MessageOf(InvocationExpressionSyntax call) => CodeReader.NameOf(call) == Add
        ? "The application already has a service, and EAS runs one per container, so the start would fail; "
            + "move this one to another application"
        : "The service is already mapped, and a route with two endpoints fails; remove this call";

    // The same call on the same object, which certainly runs first.
    private static bool IsBefore(InvocationExpressionSyntax other, InvocationExpressionSyntax call, SemanticModel model) =>
        End(other) < End(call)
        && CodeReader.NameOf(other) == CodeReader.NameOf(call)
        && Body(other) == Body(call)
        && Branches(other).All(branch => branch.Span.Contains(call.Span))
        && Owner(other, model) is { } owner && SymbolEqualityComparer.Default.Equals(owner, Owner(call, model))
        && !IsAssigned(owner, Body(call)!, model)
        && IsOurs(other, model);

    private static int End(InvocationExpressionSyntax call) => call.ArgumentList.SpanStart;

    // What the call extends; of a chain of calls, what it begins with.
    private static ISymbol? Owner(InvocationExpressionSyntax call, SemanticModel model)
    {
        var target = (call.Expression as MemberAccessExpressionSyntax)?.Expression;
        if (target is null || model.GetSymbolInfo(target).Symbol is INamedTypeSymbol)
            target = call.ArgumentList.Arguments.FirstOrDefault()?.Expression;
        while (target is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax outer } inner
            && CodeReader.NameOf(inner) == Add)
            target = outer.Expression;
        return target is not null && model.GetSymbolInfo(target).Symbol is (ILocalSymbol or IParameterSymbol or IFieldSymbol)
            and var owner ? owner : null;
    }

    private static bool IsAssigned(ISymbol owner, SyntaxNode body, SemanticModel model) =>
        body.DescendantNodes().OfType<AssignmentExpressionSyntax>()
        .Any(assignment => assignment.Left.ToString() == owner.Name
            && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(assignment.Left).Symbol, owner));

    private static IEnumerable<SyntaxNode> Branches(SyntaxNode code)
    {
        for (var inner = code; inner.Parent is { } outer
            and not (MemberDeclarationSyntax or LocalFunctionStatementSyntax or LambdaExpressionSyntax); inner = outer)
        {
            if (CodeReader.IsBranch(outer))
                yield return inner;
        }
    }

    private static SyntaxNode? Body(SyntaxNode code) => code.Ancestors().FirstOrDefault(static outer =>
        outer is BaseMethodDeclarationSyntax
            or AccessorDeclarationSyntax
            or LocalFunctionStatementSyntax
            or AnonymousFunctionExpressionSyntax
            or CompilationUnitSyntax);

    private static bool IsOurs(InvocationExpressionSyntax call, SemanticModel model) =>
        model.GetSymbolInfo(call).Symbol is IMethodSymbol
        {
            ContainingType:
            {
                Name: "EasServiceExtensions",
                ContainingNamespace: { Name: KnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true },
            },
        };
}
