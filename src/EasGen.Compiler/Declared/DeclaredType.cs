using System.CodeDom.Compiler;
using EasGen.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EasGen.Compiler.Declared;

/// <summary>A class as its partial repeats it.</summary>
/// <param name="FullName">Namespace, outer types and name: <c>Acme.Outer+Iris</c>.</param>
/// <param name="Namespace">Empty for the global namespace.</param>
/// <param name="Headers">The declarations from the outermost type to the class: <c>partial class Iris</c>.</param>
/// <param name="SelfType">
/// The class as a type in its own code: <c>Iris</c>, or its global name where it inherits a type of that name. It is not for expressions,
/// in which an inherited member goes before it.
/// </param>
/// <param name="Modifier">How it says from where it can be used: <c>public</c>.</param>
/// <param name="CanBeExtended">False when no partial of it can be written: it is not partial, generic or local to a file.</param>
/// <param name="HasConstants">False when the class uses the name of the constants for something else.</param>
/// <param name="HidesConstants">True when a base class has constants too.</param>
internal sealed record DeclaredType(
    string FullName,
    string Namespace,
    EquatableArray<string> Headers,
    string SelfType,
    string Modifier,
    bool CanBeExtended,
    bool HasConstants,
    bool HidesConstants)
{
    /// <summary>The name alone.</summary>
    public string Name => FullName.Substring(FullName.LastIndexOfAny(['.', '+']) + 1);

    /// <summary>True when the compiler warns of a name, its own or that of a type around it, that may become a keyword.</summary>
    public bool HasLowerCaseName =>
        Headers.Any(static header => header.Substring(header.LastIndexOf(' ') + 1).All(static c => c is >= 'a' and <= 'z'));

    /// <summary>The name in code, from anywhere: <c>global::Acme.Outer.Iris</c>.</summary>
    public string GlobalName() => GlobalNameOf(FullName);

    public static DeclaredType Of(INamedTypeSymbol type)
    {
        var name = type.MetadataName;
        var depth = 1;
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType, depth++)
            name = $"{outer.MetadataName}+{name}";
        var headers = new string[depth];
        for (var outer = type; outer is not null; outer = outer.ContainingType)
            headers[--depth] = $"partial {Keyword(outer)} {Escape(outer.Name)}";
        var space = NameOf(type.ContainingNamespace, static name => name);
        var fullName = space.Length == 0 ? name : $"{space}.{name}";
        return new(
            fullName,
            NameOf(type.ContainingNamespace, Escape),
            EquatableArray<string>.Of(headers),
            InheritsTypeOfItsName(type) ? GlobalNameOf(fullName) : Escape(type.Name),
            SyntaxFacts.GetText(type.DeclaredAccessibility),
            NotExtendable(type) is null && IsPartial(type),
            ConstantsAreFree(type),
            HidesInherited(type));
    }

    /// <summary>The names of a type where it is declared and not as partial.</summary>
    public static IEnumerable<SyntaxToken> NotPartial(INamedTypeSymbol type) =>
        SourceOrder.By(type.DeclaringSyntaxReferences, static part => part)
        .Where(static part => !IsPartial(part))
        .Select(static part => ((BaseTypeDeclarationSyntax)part.GetSyntax()).Identifier);

    private static bool IsPartial(INamedTypeSymbol type)
    {
        foreach (var part in type.DeclaringSyntaxReferences)
        {
            if (!IsPartial(part))
                return false;
        }
        return type.ContainingType is null || IsPartial(type.ContainingType);
    }

    private static bool IsPartial(SyntaxReference part) =>
        part.GetSyntax() is not BaseTypeDeclarationSyntax type || type.Modifiers.Any(SyntaxKind.PartialKeyword);

    /// <summary>Why no partial of the class can be written, whatever its modifiers; null when one can.</summary>
    public static string? NotExtendable(INamedTypeSymbol type)
    {
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (outer.IsFileLocal)
                return "is local to its file";
            if (outer.Arity > 0)
                return outer.Equals(type, SymbolEqualityComparer.Default) ? "is generic" : "is nested in a generic type";
            if (outer.Name.Length == 0)
                return "has no name";
        }
        return null;
    }

    /// <summary>False while somebody is still typing the name of the class, or of what is around it.</summary>
    public static bool HasName(INamedTypeSymbol type)
    {
        for (ISymbol part = type; part is not INamespaceSymbol { IsGlobalNamespace: true }; part = part.ContainingSymbol)
        {
            if (part.Name.Length == 0)
                return false;
        }
        return true;
    }

    /// <summary>True when the class has no member of its own with the name of the generated constants.</summary>
    public static bool ConstantsAreFree(INamedTypeSymbol type) =>
        type.Name != KnownNames.Constants && OwnConstants(type) is null;

    /// <summary>The member of the class's own that has the name of the constants. Analyzers see the generated class too.</summary>
    public static ISymbol? OwnConstants(INamedTypeSymbol type) =>
        type.GetMembers(KnownNames.Constants).FirstOrDefault(static member => !IsGenerated(member));

    // Inside of the class, a type that it inherits goes before the class itself.
    private static bool InheritsTypeOfItsName(INamedTypeSymbol type) =>
        HasAncestor(type, static (ancestor, type) => ancestor.GetTypeMembers(type.Name).Length > 0);

    private static string GlobalNameOf(string fullName) => "global::" + string.Join(".", fullName.Split('.', '+').Select(Escape));

    // The constants of a base class in this project are not there yet, but its attribute is.
    private static bool HidesInherited(INamedTypeSymbol type) => HasAncestor(type, static (ancestor, _) =>
        FeatureReader.IsService(ancestor)
        || ancestor.GetMembers(KnownNames.Constants).Any(static member => member.DeclaredAccessibility != Accessibility.Private));

    // Told the type too, so that no closure is made for each class.
    private static bool HasAncestor(INamedTypeSymbol type, Func<INamedTypeSymbol, INamedTypeSymbol, bool> isWanted)
    {
        for (var ancestor = type.BaseType; ancestor is { SpecialType: not SpecialType.System_Object }; ancestor = ancestor.BaseType)
        {
            if (isWanted(ancestor, type))
                return true;
        }
        return false;
    }

    // By the sign of its maker, whatever the file is called.
    private static bool IsGenerated(ISymbol member) => member.GetAttributes().Any(static attribute =>
        attribute.AttributeClass?.Name == nameof(GeneratedCodeAttribute)
            && attribute.Positional(0) is SourceWriter.Maker);

    private static string Keyword(INamedTypeSymbol type) => (type.IsRecord, type.TypeKind) switch
    {
        (true, TypeKind.Struct) => "record struct",
        (true, _) => "record",
        (_, TypeKind.Struct) => "struct",
        (_, TypeKind.Interface) => "interface",
        _ => "class",
    };

    private static string NameOf(INamespaceSymbol space, Func<string, string> spell) =>
        space.IsGlobalNamespace
            ? ""
            : space.ContainingNamespace.IsGlobalNamespace
            ? spell(space.Name)
            : $"{NameOf(space.ContainingNamespace, spell)}.{spell(space.Name)}";

    /// <summary>A name as code has to write it.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
            ? "@" + name
            : name;
}
