using EasGen.Compiler.Declared;
using EasGen.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EasGen.Compiler.Predictor;

/// <summary>
/// What the compiler reports wherever a method or a type is used: that it is obsolete or experimental. The user has taken note of it
/// at the method; the generated code, which calls the method, does not repeat it.
/// </summary>
internal static class Notices
{
    /// <summary>An id for a pragma that names none, which is for all warnings.</summary>
    private const string Unnamed = "";

    private const string Space = "System.Diagnostics.CodeAnalysis";

    /// <summary>The ids, in their order, as pragmas may name them; a single empty one when the user gave a text that is no id.</summary>
    public static EquatableArray<string> Of(List<IMethodSymbol> methods)
    {
        var ids = default(SortedSet<string>);
        Func<ISymbol, bool> add = used => AddIds(used, ref ids);
        foreach (var method in methods)
            Find(method, add);
        return ids is null ? default
            : ids.Contains(Unnamed) ? EquatableArray<string>.Of([Unnamed])
            : EquatableArray<string>.From(ids);
    }

    /// <summary>Why no code may call the method; null when code may.</summary>
    public static string? Refusal(IMethodSymbol method)
    {
        // Obsolete code may use what is obsolete.
        for (var outer = method.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (Obsolete(outer) is not null)
                return null;
        }
        var refused = Find(method, static used => Obsolete(used)?.Positional(1) is true);
        return refused is null ? null
            : SymbolEqualityComparer.Default.Equals(
                refused,
                method) ? "is [Obsolete] as an error, so no code can call it; make it a warning, or unmark the method"
            : $"must not use '{refused.Name}', which is [Obsolete] as an error";
    }

    // The first of what a call of the method uses; nothing is gathered, as each service is asked after each edit.
    private static ISymbol? Find(IMethodSymbol method, Func<ISymbol, bool> isWanted)
    {
        if (isWanted(method))
            return method;
        if (isWanted(method.ContainingType))
            return method.ContainingType;
        foreach (var parameter in method.Parameters)
        {
            if (Find(parameter.Type, isWanted) is { } found)
                return found;
        }
        return Find(method.ReturnType, isWanted);
    }

    private static ISymbol? Find(ITypeSymbol type, Func<ISymbol, bool> isWanted)
    {
        if (type is IArrayTypeSymbol array)
            return Find(array.ElementType, isWanted);
        if (type is not INamedTypeSymbol named)
            return null;
        if (isWanted(named))
            return named;
        if (named.ContainingType is { } outer && Find(outer, isWanted) is { } around)
            return around;
        foreach (var argument in named.TypeArguments)
        {
            if (Find(argument, isWanted) is { } found)
                return found;
        }
        return null;
    }

    // Of a symbol, its module and its assembly; the search goes on.
    private static bool AddIds(ISymbol symbol, ref SortedSet<string>? ids)
    {
        Add(symbol, ref ids);
        if (symbol.ContainingModule is { } module)
            Add(module, ref ids);
        if (symbol.ContainingAssembly is { } assembly)
            Add(assembly, ref ids);
        return false;

        static void Add(ISymbol place, ref SortedSet<string>? ids)
        {
            foreach (var attribute in place.GetAttributes())
            {
                if (IdOf(attribute) is { } id)
                    (ids ??= new(StringComparer.Ordinal)).Add(CanBeNamed(id) ? id : Unnamed);
            }
        }
    }

    // The compiler takes any text for an id, but a pragma reads "a b" as "a", and "1" and "true" not at all.
    private static bool CanBeNamed(string id) =>
        SyntaxFactory.ParseLeadingTrivia($"#pragma warning disable {id}\n")[0].GetStructure()
            is PragmaWarningDirectiveTriviaSyntax { ErrorCodes: { Count: 1 } codes }
        && codes[0] is IdentifierNameSyntax name
        && name.Identifier.ValueText == id;

    private static string? IdOf(AttributeData attribute)
    {
        if (IsExperimental(attribute))
            return attribute.Positional(0) as string ?? Unnamed;
        if (!IsObsolete(attribute))
            return null;
        if (attribute.Named("DiagnosticId") is string { Length: > 0 } id)
            return id;
        return attribute.ConstructorArguments.IsEmpty ? "CS0612" : "CS0618";
    }

    private static bool IsExperimental(AttributeData attribute) =>
        attribute.AttributeClass is { Name: "ExperimentalAttribute" } type && type.ContainingNamespace.ToDisplayString() == Space;

    private static AttributeData? Obsolete(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (IsObsolete(attribute))
                return attribute;
        }
        return null;
    }

    private static bool IsObsolete(AttributeData attribute) =>
        attribute.AttributeClass is
        {
            Name: nameof(ObsoleteAttribute),
            ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true },
        };
}
