using EasGen.Core;
using EasGen.Core.Rooms;
using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.Declared;

/// <summary>A feature and the attribute that says it; null for one that nobody wrote.</summary>
internal readonly record struct DeclaredFeature(Feature Feature, AttributeData? Attribute);

/// <summary>Reads the attributes of a class and of its methods as features, by the rows of their rooms.</summary>
internal static class FeatureReader
{
    public static List<DeclaredFeature> Read(INamedTypeSymbol type)
    {
        var features = new List<DeclaredFeature>();
        Add(type, features);
        foreach (var member in type.GetMembers())
        {
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary })
                Add(member, features);
        }
        if (type.DeclaringSyntaxReferences.Length > 1)
            SortByPlace(features);
        return features;
    }

    /// <summary>True for a class with [EasService].</summary>
    public static bool IsService(INamedTypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Class)
            return false;
        foreach (var attribute in type.GetAttributes())
        {
            if (RoomOf(attribute) == EasService.Room)
                return true;
        }
        return false;
    }

    /// <summary>The room of an attribute of ours; null for any other.</summary>
    public static Room? RoomOf(AttributeData attribute) =>
        NameOf(attribute) is { } name ? Catalog.Find(name) : null;

    /// <summary>The name of an attribute of ours without its suffix; null for any other attribute.</summary>
    public static string? NameOf(AttributeData attribute)
    {
        const string suffix = "Attribute";
        return attribute.AttributeClass is { ContainingNamespace: { Name: KnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true } } type
            && type.Name.EndsWith(suffix, StringComparison.Ordinal)
            ? type.Name.Substring(0, type.Name.Length - suffix.Length)
            : null;
    }

    private static void Add(ISymbol symbol, List<DeclaredFeature> features)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (RoomOf(attribute) is { } room)
                features.Add(new(new Feature(room, Values(room, attribute)), attribute));
        }
    }

    // What did not bind is not there: half-typed attributes have neither constructor nor argument values.
    private static object?[] Values(Room room, AttributeData attribute)
    {
        var values = new object?[room.Rows.Length];
        var parameters = attribute.AttributeConstructor?.Parameters ?? [];
        for (var i = 0; i < attribute.ConstructorArguments.Length && i < parameters.Length; i++)
            Set(parameters[i].Name, attribute.ConstructorArguments[i]);
        foreach (var argument in attribute.NamedArguments)
            Set(argument.Key, argument.Value);
        return values;

        void Set(string name, TypedConstant constant)
        {
            if (room.IndexOf(name) is >= 0 and var index && Value(constant) is { } value)
                values[index] = room.Rows[index].FromArgument(value);
        }
    }

    private static object? Value(TypedConstant constant) => constant.Kind switch
    {
        TypedConstantKind.Error => null,
        // Nobody wrote an empty list: it is what a params parameter makes of no argument.
        TypedConstantKind.Array when constant.IsNull || constant.Values.IsEmpty => null,
        TypedConstantKind.Array => Sequence<string>.From(constant.Values.Select(static item => item.Kind == TypedConstantKind.Primitive ? item.Value as string ?? "" : "")),
        _ => constant.Value,
    };

    // Parts in several files are ordered by where they stand, so that the artifact does not depend on the order in which
    // the compiler was given them. The part that names the service comes first.
    private static void SortByPlace(List<DeclaredFeature> features)
    {
        var home = features.Find(static declared => declared.Feature.Room == EasService.Room).Attribute?.ApplicationSyntaxReference?.SyntaxTree;
        var sorted = features
            .OrderBy(declared => declared.Attribute!.ApplicationSyntaxReference?.SyntaxTree == home ? 0 : 1)
            .ThenBy(static declared => declared.Attribute!.ApplicationSyntaxReference?.SyntaxTree.FilePath.Replace('\\', '/') ?? "", StringComparer.Ordinal)
            .ThenBy(static declared => declared.Attribute!.ApplicationSyntaxReference?.Span.Start ?? 0)
            .ToList();
        features.Clear();
        features.AddRange(sorted);
    }
}
