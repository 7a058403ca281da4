using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace EasGen.CodeFixes;

/// <summary>
/// The ceremony of a code fix. A fix changes the text and not the tree, so that whatever stands around it stays as the user
/// wrote it; it is offered only if the text changes.
/// </summary>
public abstract class EasCodeFix : CodeFixProvider
{
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;
        var text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (Title(diagnostic.Properties) is not { } title || Changes(text, node, diagnostic) is not { Length: > 0 } changes)
                continue;
            if (!await IsSafeAsync(context.Document, node, diagnostic, context.CancellationToken).ConfigureAwait(false))
                continue;
            var changed = text.WithChanges(changes);
            if (changed.ContentEquals(text))
                continue;
            context.RegisterCodeFix(
                CodeAction.Create(title, _ => Task.FromResult(context.Document.WithText(changed)), equivalenceKey: diagnostic.Id),
                diagnostic);
        }
    }

    /// <summary>What the light bulb says; null when the diagnostic carries no fix.</summary>
    private protected abstract string? Title(ImmutableDictionary<string, string?> fix);

    /// <summary>What to write where; nothing when it cannot be done here.</summary>
    private protected abstract TextChange[] Changes(SourceText text, SyntaxNode node, Diagnostic diagnostic);

    /// <summary>False where the change would leave code that does not compile.</summary>
    private protected virtual Task<bool> IsSafeAsync(
        Document document,
        SyntaxNode node,
        Diagnostic diagnostic,
        CancellationToken cancellation) => Task.FromResult(true);
}
