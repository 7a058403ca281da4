using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.Declared;

/// <summary>
/// The order of what is declared in several files: by path and position, whatever the order in which the compiler got
/// them.
/// </summary>
internal static class SourceOrder
{
    public static IOrderedEnumerable<T> By<T>(IEnumerable<T> items, Func<T, SyntaxReference?> place) => items
        .OrderBy(item => place(item)?.SyntaxTree.FilePath.Replace('\\', '/') ?? "", StringComparer.Ordinal)
        .ThenBy(item => place(item)?.Span.Start ?? 0);

    /// <summary>False for a file of another project, whose code an editor knows as well; nothing can be reported there.</summary>
    public static bool IsInProjectOf(this SyntaxTree file, INamedTypeSymbol type) =>
        ((ISourceAssemblySymbol)type.ContainingAssembly).Compilation.ContainsSyntaxTree(file);

    /// <inheritdoc cref="IsInProjectOf(SyntaxTree, INamedTypeSymbol)"/>
    public static bool IsInProjectOf(this Location place, INamedTypeSymbol type) => place.SourceTree?.IsInProjectOf(type) == true;

    /// <summary>The declaration of a type that speaks for all its parts: the one with [EasService], else the first.</summary>
    public static Location PlaceOf(INamedTypeSymbol type)
    {
        var home = FeatureReader.Home(type);
        return type.Locations
            .OrderBy(place => home is not null && place.SourceTree == home.SyntaxTree ? 0 : 1)
            .ThenBy(static place => place.SourceTree?.FilePath.Replace('\\', '/') ?? "", StringComparer.Ordinal)
            .ThenBy(place => home is not null && place.SourceTree == home.SyntaxTree
                ? Math.Abs(place.SourceSpan.Start - home.Span.Start)
                : place.SourceSpan.Start)
            .First();
    }
}
