using System.Collections.Immutable;
using EasGen.Compiler.Fixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Text;

namespace EasGen.CodeFixes;

/// <summary>Gives a method the parameters with which it can be called.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ParameterFix))]
public sealed class ParameterFix : EasCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ImmutableArray.Create(
            CompilerRules.EAS1010_PredictCanBeCalled.Id,
            CompilerRules.EAS1011_ProbeCanBeCalled.Id,
            CompilerRules.EAS1012_StartupCanBeCalled.Id);

    private protected override string? Title(ImmutableDictionary<string, string?> fix) => FixProperties.Title(fix);

    private protected override TextChange[] Changes(SourceText text, SyntaxNode node, Diagnostic diagnostic) =>
        FixProperties.Kind(diagnostic.Properties) == FixKind.Replace && node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
            ? [new(method.ParameterList.Span, FixProperties.Code(diagnostic.Properties))]
            : [];

    // Whoever calls the method passes what it takes now.
    private protected override async Task<bool> IsSafeAsync(
        Document document,
        SyntaxNode node,
        Diagnostic diagnostic,
        CancellationToken cancellation)
    {
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method
            || model?.GetDeclaredSymbol(method, cancellation) is not { } symbol)
            return false;
        var found = await SymbolFinder.FindReferencesAsync(symbol, document.Project.Solution, cancellation).ConfigureAwait(false);
        return found.All(static reference => reference.Locations.All(static place => place.Document is SourceGeneratedDocument));
    }
}
