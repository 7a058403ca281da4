using EasGen.Compiler.Declared;
using EasGen.Compiler.Predictor;
using EasGen.Compiler.UserCode;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EasGen.Compiler.CodeRules;

internal sealed class MarkIsOnMethod() : ProgramRule(CompilerRules.EAS1020_MarkIsOnMethod)
{
    public override void Register(CompilationStartAnalysisContext start, UserProject project) => start.RegisterSyntaxNodeAction(
        node =>
        {
            var attribute = (AttributeSyntax)node.Node;
            if (Other(attribute) is not { } owner
                || MarkOf(node.SemanticModel.GetTypeInfo(attribute, node.CancellationToken).Type) is not { } mark)
                return;
            node.ReportDiagnostic(Report(
                attribute.GetLocation(),
                $"[{mark}] is on {owner}, which cannot be called as a service; put it on an ordinary method of the class"));
        },
        SyntaxKind.Attribute);

    // What the language takes the attribute on, as on a method, and is none.
    private static string? Other(AttributeSyntax attribute) => attribute.Parent?.Parent switch
    {
        AccessorDeclarationSyntax => "an accessor",
        PropertyDeclarationSyntax or IndexerDeclarationSyntax => "a property",
        EventFieldDeclarationSyntax or EventDeclarationSyntax => "an event",
        OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax => "an operator",
        ConstructorDeclarationSyntax => "a constructor",
        DestructorDeclarationSyntax => "a finalizer",
        LocalFunctionStatementSyntax => "a local function",
        LambdaExpressionSyntax => "a lambda",
        MethodDeclarationSyntax { ExplicitInterfaceSpecifier: not null } => "an explicit implementation of an interface",
        _ => null,
    };

    private static string? MarkOf(ITypeSymbol? attribute) =>
        PredictorReader.KindOf(attribute) is null ? null : FeatureReader.NameOf(attribute);
}
