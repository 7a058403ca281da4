using System.Collections.Immutable;
using System.Composition;
using EasGen.Compiler.Fixes;
using EasGen.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EasGen.CodeFixes;

/// <summary>Mends a setting as its rule says: gives it the right value, or takes it away.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SettingFix)), Shared]
public sealed class SettingFix : EasCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Catalog.Rules.Select(static rule => rule.Id).ToImmutableArray();

    private protected override string? Title(ImmutableDictionary<string, string?> fix) => FixProperties.Title(fix);

    private protected override SyntaxNode? Change(SyntaxNode root, SyntaxNode node, ImmutableDictionary<string, string?> fix) =>
        FixProperties.Value(fix) is not { } value ? Remove(root, node)
        : FixProperties.Missing(fix) is { } missing ? Add(root, node, $"{missing} = {value}")
        : Replace(root, node, value);

    private static SyntaxNode? Replace(SyntaxNode root, SyntaxNode node, string value) =>
        node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { Expression: var old }
            ? root.ReplaceNode(old, SyntaxFactory.ParseExpression(value).WithTriviaFrom(old))
            : null;

    private static SyntaxNode? Add(SyntaxNode root, SyntaxNode node, string argument)
    {
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute)
            return null;
        var arguments = attribute.ArgumentList?.Arguments.Select(static item => item.ToString()) ?? [];
        var list = SyntaxFactory.ParseAttributeArgumentList($"({string.Join(", ", arguments.Concat([argument]))})")!;
        return root.ReplaceNode(attribute, attribute.WithArgumentList(list));
    }

    // A positional argument cannot go alone: the attribute is nothing without it.
    private static SyntaxNode? Remove(SyntaxNode root, SyntaxNode node)
    {
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute)
            return null;
        if (node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { NameEquals: not null } argument)
        {
            var list = attribute.ArgumentList!.RemoveNode(argument, SyntaxRemoveOptions.KeepNoTrivia)!;
            return root.ReplaceNode(attribute, attribute.WithArgumentList(list.Arguments.Count == 0 ? null : list));
        }
        return attribute.Parent is AttributeListSyntax { Attributes.Count: 1 } alone
            ? root.RemoveNode(alone, SyntaxRemoveOptions.KeepExteriorTrivia)
            : root.RemoveNode(attribute, SyntaxRemoveOptions.KeepExteriorTrivia);
    }
}
