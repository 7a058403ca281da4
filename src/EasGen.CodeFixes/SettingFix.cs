using System.Collections.Immutable;
using EasGen.Compiler.Fixes;
using EasGen.Core.Catalog;
using EasGen.Core.Checking;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace EasGen.CodeFixes;

/// <summary>Mends a setting as its rule says: gives it the right value, or takes it away.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SettingFix))]
public sealed class SettingFix : EasCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ServiceRules.All.Append(CompilerRules.EAS1011_ProbeCanBeCalled).Append(CompilerRules.EAS1019_SigtermIsSent)
            .Select(static rule => rule.Id)
            .ToImmutableArray();

    private protected override string? Title(ImmutableDictionary<string, string?> fix) => FixProperties.Title(fix);

    private protected override TextChange[] Changes(SourceText text, SyntaxNode node, Diagnostic diagnostic)
    {
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute || !attribute.Span.Contains(diagnostic.Location.SourceSpan))
            return [];
        var argument = node.FirstAncestorOrSelf<AttributeArgumentSyntax>();
        var code = FixProperties.Code(diagnostic.Properties);
        return FixProperties.Kind(diagnostic.Properties) switch
        {
            // An expression takes the place of an expression, and of nothing else.
            FixKind.Replace => argument?.Expression.Span == diagnostic.Location.SourceSpan ? [new(argument.Expression.Span, code)] : [],
            FixKind.Add when diagnostic.AdditionalLocations.Count > 0 => Move(text, attribute, diagnostic.AdditionalLocations[0], code),
            FixKind.Add => [Add(attribute, code)],
            FixKind.Remove => Only(Remove(text, attribute, argument)),
            FixKind.Rewrite => argument is null ? [new(attribute.Span, code)] : [],
            _ => [],
        };
    }

    // Where an attribute does not compile, nobody knows what it says; and a name has to mean what the fix means.
    private protected override async Task<bool> IsSafeAsync(
        Document document,
        SyntaxNode node,
        Diagnostic diagnostic,
        CancellationToken cancellation)
    {
        if (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || node.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute)
            return false;
        foreach (var span in diagnostic.AdditionalLocations.Select(static place => place.SourceSpan).Append(attribute.Span))
        {
            if (model.GetDiagnostics(span, cancellation).Any(static problem => problem.Severity == DiagnosticSeverity.Error
                && !problem.Id.StartsWith("EAS", StringComparison.Ordinal)))
                return false;
        }
        return FixProperties.Kind(diagnostic.Properties) != FixKind.Rewrite
            || IsOurs(model, attribute.SpanStart, FixProperties.Code(diagnostic.Properties).Split('(')[0]);
    }

    private static bool IsOurs(SemanticModel model, int position, string attribute)
    {
        if (!model.LookupNamespacesAndTypes(position, name: attribute).IsEmpty)
            return false;
        var types = model.LookupNamespacesAndTypes(position, name: attribute + FeatureCatalog.ClassSuffix);
        return !types.IsEmpty
            && types.All(static type => type.ContainingNamespace is { Name: "EasGen", ContainingNamespace.IsGlobalNamespace: true });
    }

    private static TextChange[] Only(TextChange? change) => change is { } there ? [there] : [];

    // A setting that moves to another attribute leaves its own.
    private static TextChange[] Move(SourceText text, AttributeSyntax attribute, Location target, string arguments) =>
        target.SourceTree == attribute.SyntaxTree
        && attribute.SyntaxTree
            .GetRoot()
            .FindNode(target.SourceSpan, getInnermostNodeForTie: true)
            .FirstAncestorOrSelf<AttributeSyntax>() is { } other
        && Remove(text, attribute, argument: null) is { } removed
            ? [Add(other, arguments), removed]
            : [];

    private static TextChange Add(AttributeSyntax attribute, string argument) => attribute.ArgumentList is { } list
        ? new(new(list.CloseParenToken.SpanStart, 0), list.Arguments.Count == 0 ? argument : $", {argument}")
        : new(new(attribute.Name.Span.End, 0), $"({argument})");

    // A positional argument cannot go alone: the attribute is nothing without it.
    private static TextChange? Remove(SourceText text, AttributeSyntax attribute, AttributeArgumentSyntax? argument)
    {
        if (attribute.Parent is not AttributeListSyntax list)
            return null;
        if (argument?.NameEquals is not null)
        {
            var arguments = attribute.ArgumentList!;
            return Delete(arguments.Arguments.Count == 1 ? arguments.Span : ItemOf(arguments.Arguments, argument));
        }
        return Delete(list.Attributes.Count == 1 ? LinesOf(text, list.Span) : ItemOf(list.Attributes, attribute));
    }

    private static TextChange Delete(TextSpan span) => new(span, "");

    // With the comma and the blanks to its neighbour.
    private static TextSpan ItemOf<T>(SeparatedSyntaxList<T> all, T item)
        where T : SyntaxNode
    {
        var index = all.IndexOf(item);
        return index == 0
            ? TextSpan.FromBounds(item.SpanStart, all[1].SpanStart)
            : TextSpan.FromBounds(all[index - 1].Span.End, item.Span.End);
    }

    // The whole lines, if nothing else stands on them.
    private static TextSpan LinesOf(SourceText text, TextSpan span)
    {
        var first = text.Lines.GetLineFromPosition(span.Start);
        var last = text.Lines.GetLineFromPosition(span.End);
        var alone = string.IsNullOrWhiteSpace(text.ToString(
            TextSpan.FromBounds(first.Start, span.Start)) + text.ToString(TextSpan.FromBounds(span.End, last.End)));
        if (alone)
            return TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak);
        var end = span.End;
        while (end < last.End && text[end] == ' ')
            end++;
        return TextSpan.FromBounds(span.Start, end);
    }
}
