using System.Collections.Immutable;
using System.Composition;
using EasGen.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EasGen.CodeFixes;

/// <summary>Lets EasGen add to a class.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialFix)), Shared]
public sealed class MakePartialFix : EasCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [AgainstCode.EAS1001_ClassIsPartial.Id];

    private protected override string? Title(ImmutableDictionary<string, string?> fix) => "Make it partial";

    private protected override SyntaxNode? Change(SyntaxNode root, SyntaxNode node, ImmutableDictionary<string, string?> fix)
    {
        if (node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type || type.Modifiers.Any(SyntaxKind.PartialKeyword))
            return null;
        // The keyword takes the trivia of what it is put before: a class without modifiers keeps its doc comment on top.
        var partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        return root.ReplaceNode(type, type.Modifiers.Count > 0
            ? type.AddModifiers(partial)
            : type.WithKeyword(type.Keyword.WithLeadingTrivia()).WithModifiers(SyntaxFactory.TokenList(partial.WithLeadingTrivia(type.Keyword.LeadingTrivia))));
    }
}
