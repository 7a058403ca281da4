using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace EasGen.CodeFixes;

/// <summary>The ceremony of a code fix. A fix says how the tree would look; it is offered only if that differs from how it looks.</summary>
public abstract class EasCodeFix : CodeFixProvider
{
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (Title(diagnostic.Properties) is not { } title || Change(root, node, diagnostic.Properties) is not { } changed || changed.IsEquivalentTo(root))
                continue;
            context.RegisterCodeFix(
                CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)), equivalenceKey: diagnostic.Id),
                diagnostic);
        }
    }

    /// <summary>What the light bulb says; null when the diagnostic carries no fix.</summary>
    private protected abstract string? Title(ImmutableDictionary<string, string?> fix);

    /// <summary>The tree with the fix; null when it cannot be done here.</summary>
    private protected abstract SyntaxNode? Change(SyntaxNode root, SyntaxNode node, ImmutableDictionary<string, string?> fix);
}
