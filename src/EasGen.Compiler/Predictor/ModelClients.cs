using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.Predictor;

/// <summary>Chat clients and embedding generators, which EasGen.AspNetCore.Chat serves without a method that is marked.</summary>
internal static class ModelClients
{
    /// <summary>True when the class is one of them or has one as a property, in a project that can serve it.</summary>
    public static bool AreIn(INamedTypeSymbol type) =>
        type.ContainingModule.ReferencedAssemblies.Any(static used => used.Name == KnownNames.Chat)
        && (Is(type) || Has(type));

    private static bool Has(INamedTypeSymbol type)
    {
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            // What is private to a base class no lambda of the project can give.
            var isOwn = ReferenceEquals(ancestor, type);
            if (ancestor.GetMembers().OfType<IPropertySymbol>().Any(property =>
                !property.IsStatic && (isOwn || property.DeclaredAccessibility != Accessibility.Private) && Is(property.Type)))
                return true;
        }
        return false;
    }

    private static bool Is(ITypeSymbol type) => IsInterface(type) || Interfaces.Of(type).Any(IsInterface);

    private static bool IsInterface(ITypeSymbol type) =>
        type is { Name: "IChatClient" or "IEmbeddingGenerator", ContainingAssembly.Name: KnownNames.Abstractions };
}
