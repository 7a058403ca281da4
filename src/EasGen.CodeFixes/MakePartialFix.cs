using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace EasGen.CodeFixes;

/// <summary>Lets EasGen add to a class.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialFix))]
public sealed class MakePartialFix : EasCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ImmutableArray.Create(CompilerRules.EAS1001_ClassIsPartial.Id);

    private protected override string? Title(ImmutableDictionary<string, string?> fix) => "Make it partial";

    private protected override TextChange[] Changes(SourceText text, SyntaxNode node, Diagnostic diagnostic) =>
        node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && !type.Modifiers.Any(SyntaxKind.PartialKeyword)
            ? [new(new(type.Keyword.SpanStart, 0), "partial ")]
            : [];
}
