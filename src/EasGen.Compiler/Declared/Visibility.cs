using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.Declared;

/// <summary>From where code can name a type.</summary>
internal enum Visibility
{
    /// <summary>From a part of the assembly, as a private or a file-local type.</summary>
    Part,

    /// <summary>From its assembly.</summary>
    Assembly,

    /// <summary>From everywhere.</summary>
    Everywhere,
}

internal static class Visibilities
{
    /// <summary>That of the type and of all that its name is made of.</summary>
    public static Visibility Of(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
            return Of(array.ElementType);
        if (type is not INamedTypeSymbol named)
            return Visibility.Everywhere;
        var least = Visibility.Everywhere;
        foreach (var argument in named.TypeArguments)
            least = Least(least, Of(argument));
        for (var outer = named; outer is not null; outer = outer.ContainingType)
            least = Least(least, Own(outer));
        return least;
    }

    public static Visibility Least(Visibility one, Visibility other) => one < other ? one : other;

    private static Visibility Own(INamedTypeSymbol type) => type switch
    {
        { IsFileLocal: true } => Visibility.Part,
        { DeclaredAccessibility: Accessibility.Public } => Visibility.Everywhere,
        { DeclaredAccessibility: Accessibility.Internal or Accessibility.ProtectedOrInternal } => Visibility.Assembly,
        _ => Visibility.Part,
    };
}
