using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace EasGen.Testing.Tests.Samples;

/// <summary>Replaces the text under KIT001, once per suggestion.</summary>
public abstract class RenameFix : CodeFixProvider
{
    public sealed override ImmutableArray<string> FixableDiagnosticIds => ["KIT001"];

    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var text = await context.Document.GetTextAsync(context.CancellationToken);
        var name = text.ToString(context.Span);
        foreach (var (key, newName) in Suggest(name))
        {
            var changed = context.Document.WithText(text.WithChanges(new TextChange(context.Span, newName)));
            context.RegisterCodeFix(CodeAction.Create(key, _ => Task.FromResult(changed), key), context.Diagnostics);
        }
    }

    protected abstract IEnumerable<(string Key, string NewName)> Suggest(string name);

    protected static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}

/// <summary>A good fix: two ways out, none for <c>i</c>.</summary>
public sealed class CapitalFix : RenameFix
{
    protected override IEnumerable<(string Key, string NewName)> Suggest(string name) =>
        name == "i" ? [] : [("Capital", Capital(name)), ("Prefix", "C" + name)];
}

/// <summary>Its second offer changes nothing.</summary>
public sealed class IdleFix : RenameFix
{
    protected override IEnumerable<(string Key, string NewName)> Suggest(string name) => [("Capital", Capital(name)), ("Idle", name)];
}

/// <summary>Its result does not compile.</summary>
public sealed class BreakingFix : RenameFix
{
    protected override IEnumerable<(string Key, string NewName)> Suggest(string name) => [("Break", Capital(name) + "(")];
}

/// <summary>Changes the text, but not so that the diagnostic goes away.</summary>
public sealed class StubbornFix : RenameFix
{
    protected override IEnumerable<(string Key, string NewName)> Suggest(string name) => [("Again", name + "x")];
}

/// <summary>Fixes one class at a time.</summary>
public sealed class LoneFix : RenameFix
{
    public override FixAllProvider? GetFixAllProvider() => null;

    protected override IEnumerable<(string Key, string NewName)> Suggest(string name) => [("Capital", Capital(name))];
}

/// <summary>Makes something else of all classes than of one.</summary>
public sealed class DifferentAtOnceFix : RenameFix
{
    public override FixAllProvider? GetFixAllProvider() => FixAllProvider.Create(static async (_, document, _) =>
        document.WithText(SourceText.From((await document.GetTextAsync()).ToString().ToUpperInvariant())));

    protected override IEnumerable<(string Key, string NewName)> Suggest(string name) => [("Capital", Capital(name))];
}
