using System.Collections.Immutable;
using EasGen.Compiler.Fixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace EasGen.CodeFixes;

/// <summary>Makes an expression of the code say what the service declares.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ExpressionFix))]
public sealed class ExpressionFix : EasCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ImmutableArray.Create(CompilerRules.EAS1017_CodeListensOnPort.Id, CompilerRules.EAS1018_ShutdownFitsGracePeriod.Id);

    private protected override string? Title(ImmutableDictionary<string, string?> fix) => FixProperties.Title(fix);

    private protected override TextChange[] Changes(SourceText text, SyntaxNode node, Diagnostic diagnostic) =>
        FixProperties.Kind(diagnostic.Properties) == FixKind.Replace
            && node is ExpressionSyntax or ArgumentSyntax
            && node.Span == diagnostic.Location.SourceSpan
            ? [new(node.Span, FixProperties.Code(diagnostic.Properties))]
            : [];
}
