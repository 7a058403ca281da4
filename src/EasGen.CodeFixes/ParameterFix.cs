using System.Collections.Immutable;
using System.Composition;
using EasGen.Compiler.Fixes;
using EasGen.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Text;

namespace EasGen.CodeFixes;

/// <summary>Gives a method the parameters with which it can be called.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ParameterFix)), Shared]
public sealed class ParameterFix : EasCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [AgainstCode.EAS1010_PredictHasShape.Id, AgainstCode.EAS1011_ProbeHasShape.Id, AgainstCode.EAS1012_StartupHasShape.Id];

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
