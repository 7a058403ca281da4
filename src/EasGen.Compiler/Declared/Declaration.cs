using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EasGen.Compiler.Declared;

/// <summary>Finds what a declaration in the source declares by its names alone, which needs no semantic model of its file.</summary>
internal static class Declaration
{
    /// <summary>The type; null for one that the compiler does not know.</summary>
    public static INamedTypeSymbol? TypeOf(TypeDeclarationSyntax declaration, Compilation compilation) => Around(declaration, compilation)
        ?.GetTypeMembers(declaration.Identifier.ValueText)
        .FirstOrDefault(type => type.DeclaringSyntaxReferences.Any(part =>
            part.SyntaxTree == declaration.SyntaxTree && part.Span == declaration.Span));

    private static INamespaceOrTypeSymbol? Around(SyntaxNode code, Compilation compilation) => code.Parent switch
    {
        TypeDeclarationSyntax outer => TypeOf(outer, compilation),
        BaseNamespaceDeclarationSyntax space => Inner(Around(space, compilation), space.Name),
        _ => compilation.Assembly.GlobalNamespace,
    };

    private static INamespaceOrTypeSymbol? Inner(INamespaceOrTypeSymbol? outer, NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => Inner(Inner(outer, qualified.Left), qualified.Right),
        SimpleNameSyntax simple => outer?.GetMembers(simple.Identifier.ValueText).OfType<INamespaceSymbol>().FirstOrDefault(),
        _ => null,
    };
}
