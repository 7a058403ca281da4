using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.Predictor;

/// <summary>Chat clients and embedding generators, which EasGen.AspNetCore.Chat serves without a method that is marked.</summary>
internal static class ModelClients
{
    /// <summary>True when the class is one of them or has one as a property, in a project that can serve it.</summary>
    public static bool AreIn(INamedTypeSymbol type) =>
        type.ContainingModule.ReferencedAssemblies.Any(static used => used.Name == KnownNames.Chat)
        && (Is(type) || type.GetMembers().Any(static member => member is IPropertySymbol { IsStatic: false } property && Is(property.Type)));

    private static bool Is(ITypeSymbol type) => IsInterface(type) || type.AllInterfaces.Any(IsInterface);

    private static bool IsInterface(ITypeSymbol type) =>
        type is { Name: "IChatClient" or "IEmbeddingGenerator", ContainingAssembly.Name: KnownNames.Abstractions };
}
