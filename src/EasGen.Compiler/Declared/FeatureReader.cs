using System.Collections.Immutable;
using EasGen.Core;
using EasGen.Core.Catalog;
using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.Declared;

/// <summary>A feature and the attribute that says it; null for one that nobody wrote.</summary>
internal readonly record struct DeclaredFeature(Feature Feature, AttributeData? Attribute)
{
    public FeatureType Type => Feature.Type;
}

/// <summary>Reads the attributes of a class and of its methods as features, by the settings of their feature types.</summary>
internal static class FeatureReader
{
    /// <param name="type">The class.</param>
    /// <param name="marks">Its marked methods.</param>
    public static List<DeclaredFeature> Read(INamedTypeSymbol type, List<Mark> marks)
    {
        var attributes = type.GetAttributes();
        var features = new List<DeclaredFeature>(attributes.Length + marks.Count);
        foreach (var attribute in attributes)
            Add(attribute);
        foreach (var mark in marks)
            Add(mark.Attribute);
        return type.DeclaringSyntaxReferences.Length > 1 ? ByPlace(features, Home(type)?.SyntaxTree) : features;

        void Add(AttributeData attribute)
        {
            if (FeatureTypeOf(attribute.AttributeClass) is { } featureType)
                features.Add(new(new Feature(featureType, Values(featureType, attribute)), attribute));
        }
    }

    /// <summary>True for a class with [EasService].</summary>
    public static bool IsService(INamedTypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Class)
            return false;
        foreach (var attribute in type.GetAttributes())
        {
            if (IsEasService(attribute))
                return true;
        }
        return false;
    }

    /// <summary>The feature type of the class of an attribute of ours; null for any other.</summary>
    public static FeatureType? FeatureTypeOf(ITypeSymbol? attribute) => IsOurs(attribute) ? FeatureCatalog.Find(attribute!.Name) : null;

    /// <summary>The name of an attribute of ours without its suffix; null for any other attribute.</summary>
    public static string? NameOf(AttributeData attribute) => NameOf(attribute.AttributeClass);

    /// <inheritdoc cref="NameOf(AttributeData)"/>
    public static string? NameOf(ITypeSymbol? attribute) => !IsOurs(attribute) ? null
        : FeatureCatalog.Find(attribute!.Name)?.Attribute
            ?? attribute.Name.Substring(0, attribute.Name.Length - FeatureCatalog.ClassSuffix.Length);

    /// <summary>True for the class of an attribute of ours.</summary>
    public static bool IsOurs(ITypeSymbol? attribute) =>
        attribute is { ContainingNamespace: { Name: KnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true } }
        && attribute.Name.EndsWith(FeatureCatalog.ClassSuffix, StringComparison.Ordinal);

    /// <summary>Where the [EasService] of a class stands: of several, which the compiler refuses, the first.</summary>
    public static SyntaxReference? Home(INamedTypeSymbol type) => Named(type)?.ApplicationSyntaxReference;

    /// <summary>The [EasService] of a class: of several, which the compiler refuses, the first.</summary>
    public static AttributeData? Named(INamedTypeSymbol type)
    {
        var all = type.GetAttributes();
        var named = default(AttributeData);
        foreach (var attribute in all)
        {
            if (!IsEasService(attribute))
                continue;
            if (named is not null)
                return SourceOrder.By(all.Where(IsEasService), static attribute => attribute.ApplicationSyntaxReference).First();
            named = attribute;
        }
        return named;
    }

    // Asked of every type that somebody edits.
    private static bool IsEasService(AttributeData attribute) =>
        attribute.AttributeClass is { Name: KnownNames.EasService } type && IsOurs(type);

    // What did not bind is not there: half-typed attributes have neither constructor nor argument values.
    private static object?[] Values(FeatureType featureType, AttributeData attribute)
    {
        var values = new object?[featureType.Settings.Length];
        var parameters = attribute.AttributeConstructor?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty;
        for (var i = 0; i < attribute.ConstructorArguments.Length && i < parameters.Length; i++)
            Set(parameters[i].Name, attribute.ConstructorArguments[i]);
        foreach (var argument in attribute.NamedArguments)
            Set(argument.Key, argument.Value);
        return values;

        void Set(string name, TypedConstant constant)
        {
            if (featureType.IndexOf(name) is >= 0 and var index && Value(constant) is { } value)
                values[index] = featureType.Settings[index].FromArgument(value);
        }
    }

    private static object? Value(TypedConstant constant) => constant.Kind switch
    {
        TypedConstantKind.Error => null,
        // Nobody wrote an empty list: it is what a params parameter makes of no argument.
        TypedConstantKind.Array when constant.IsNull || constant.Values.IsEmpty => null,
        TypedConstantKind.Array => EquatableArray<string>.From(constant.Values.Select(static item =>
            item.Kind == TypedConstantKind.Primitive ? item.Value as string ?? "" : "")),
        _ => constant.Value,
    };

    // The part that names the service comes first, so that the artifact does not depend on the order of the files.
    private static List<DeclaredFeature> ByPlace(List<DeclaredFeature> features, SyntaxTree? home) =>
        [.. SourceOrder
            .By(features, static declared => declared.Attribute?.ApplicationSyntaxReference)
            .OrderBy(declared => declared.Attribute?.ApplicationSyntaxReference?.SyntaxTree == home ? 0 : 1)];
}
