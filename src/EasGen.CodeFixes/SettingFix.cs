using System.Collections.Immutable;
using System.Composition;
using EasGen.Compiler.Fixes;
using EasGen.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace EasGen.CodeFixes;

/// <summary>Mends a setting as its rule says: gives it the right value, or takes it away.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SettingFix)), Shared]
public sealed class SettingFix : EasCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [.. Catalog.Rules.Select(static rule => rule.Id), AgainstCode.EAS1011_ProbeHasShape.Id, AgainstCode.EAS1019_SigtermIsSent.Id];

    private protected override string? Title(ImmutableDictionary<string, string?> fix) => FixProperties.Title(fix);

    private protected override TextChange[] Changes(SourceText text, SyntaxNode node, Diagnostic diagnostic) =>
        FixProperties.Value(diagnostic.Properties) is not { } value ? Only(Remove(text, node))
        : FixProperties.Missing(diagnostic.Properties) is { } missing ? Only(Add(node, $"{missing} = {value}"))
        : diagnostic.AdditionalLocations.Count > 0 ? Move(text, node, diagnostic.AdditionalLocations[0], value)
        : Only(Replace(node, value));

    private static TextChange[] Only(TextChange? change) => change is { } there ? [there] : [];

    // A setting that moves to another attribute leaves its own.
    private static TextChange[] Move(SourceText text, SyntaxNode node, Location target, string arguments) =>
        target.SourceTree == node.SyntaxTree
        && Add(node.SyntaxTree.GetRoot().FindNode(target.SourceSpan, getInnermostNodeForTie: true), arguments) is { } added
        && Remove(text, node) is { } removed
            ? [added, removed]
            : [];

    private static TextChange? Replace(SyntaxNode node, string value) =>
        (node.FirstAncestorOrSelf<AttributeArgumentSyntax>()?.Expression ?? (SyntaxNode?)node.FirstAncestorOrSelf<AttributeSyntax>()) is { Span: var old } ? new TextChange(old, value) : null;

    private static TextChange? Add(SyntaxNode node, string argument) => node.FirstAncestorOrSelf<AttributeSyntax>() switch
    {
        null => null,
        { ArgumentList: null } attribute => new TextChange(new(attribute.Name.Span.End, 0), $"({argument})"),
        { ArgumentList: var list } => new TextChange(new(list.CloseParenToken.SpanStart, 0), list.Arguments.Count == 0 ? argument : $", {argument}"),
    };

    // A positional argument cannot go alone: the attribute is nothing without it.
    private static TextChange? Remove(SourceText text, SyntaxNode node)
    {
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is not { Parent: AttributeListSyntax list } attribute)
            return null;
        if (node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { NameEquals: not null } argument)
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
        return index == 0 ? TextSpan.FromBounds(item.SpanStart, all[1].SpanStart) : TextSpan.FromBounds(all[index - 1].Span.End, item.Span.End);
    }

    // The whole lines, if nothing else stands on them.
    private static TextSpan LinesOf(SourceText text, TextSpan span)
    {
        var first = text.Lines.GetLineFromPosition(span.Start);
        var last = text.Lines.GetLineFromPosition(span.End);
        var alone = string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(first.Start, span.Start)) + text.ToString(TextSpan.FromBounds(span.End, last.End)));
        if (alone)
            return TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak);
        var end = span.End;
        while (end < last.End && text[end] == ' ')
            end++;
        return TextSpan.FromBounds(span.Start, end);
    }
}
