using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.Declared;

/// <summary>
/// The arguments of an attribute that may be anybody's, even where its type is named as one that we know: a list, whose value Roslyn
/// refuses to give, is none of them.
/// </summary>
internal static class AttributeArguments
{
    /// <summary>An argument of the constructor; null if there is none, or not yet.</summary>
    public static object? Positional(this AttributeData attribute, int index) =>
        index < attribute.ConstructorArguments.Length ? ValueOf(attribute.ConstructorArguments[index]) : null;

    /// <summary>The value of a property that the attribute sets; null for one that it does not, or not yet.</summary>
    public static object? Named(this AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
                return ValueOf(argument.Value);
        }
        return null;
    }

    private static object? ValueOf(TypedConstant constant) =>
        constant.Kind == TypedConstantKind.Primitive ? constant.Value : null;
}
