using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EasGen.Compiler.Declared;

/// <summary>
/// What a file says of attributes on types, before anything is bound. Each tree is read once: an editor keeps those of the files that it
/// does not change.
/// </summary>
internal sealed class AttributedFile
{
    private static readonly ConditionalWeakTable<SyntaxTree, AttributedFile> Known = new();

    private AttributedFile(SyntaxNode root)
    {
        var (attributes, aliases) = (new List<NamedAttribute>(), new List<NameAlias>());
        foreach (var node in root.DescendantNodes(static outer => outer is CompilationUnitSyntax
            or BaseNamespaceDeclarationSyntax
            or TypeDeclarationSyntax))
        {
            if (node is UsingDirectiveSyntax { Alias: { } alias, Name: { } target } directive)
                aliases.Add(new(alias.Name.Identifier.ValueText, NameOf(target), directive.GlobalKeyword.RawKind != 0));
            if (node is TypeDeclarationSyntax type)
                attributes.AddRange(type.AttributeLists.SelectMany(static list => list.Attributes)
                    .Select(attribute => new NamedAttribute(NameOf(attribute.Name), attribute, FullName(type))));
        }
        OnTypes = [.. attributes];
        Aliases = [.. aliases];
    }

    /// <summary>The attributes on its types.</summary>
    public NamedAttribute[] OnTypes { get; }

    /// <summary>The names that it gives to types.</summary>
    public NameAlias[] Aliases { get; }

    public static AttributedFile Of(SyntaxTree tree) => Known.GetValue(tree, static tree => new(tree.GetRoot()));

    private static string FullName(SyntaxNode code) => code switch
    {
        TypeDeclarationSyntax type => $"{FullName(type.Parent!)}{type.Identifier.ValueText}.",
        BaseNamespaceDeclarationSyntax space => $"{FullName(space.Parent!)}{space.Name}.",
        _ => "",
    };

    private static string NameOf(NameSyntax name) => name switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        _ => "",
    };
}

/// <summary>An attribute with the last part of its name, and the full name of the type that has it.</summary>
internal readonly record struct NamedAttribute(string Name, AttributeSyntax Attribute, string Type);

/// <summary><c>using Name = Some.Target;</c>, whatever stands before the target's own name.</summary>
internal readonly record struct NameAlias(string Name, string Target, bool IsGlobal);
