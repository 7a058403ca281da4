using EasGen.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EasGen.Compiler.Predictor;

/// <summary>
/// What the compiler reports wherever a method or a type is used: that it is obsolete or experimental. The user has taken note of it
/// at the method; the generated code, which calls the method, does not repeat it.
/// </summary>
internal static class Notices
{
    private const string Space = "System.Diagnostics.CodeAnalysis";

    /// <summary>The ids, in their order. What is no id, but any text that somebody gave for one, has no place in code.</summary>
    public static EquatableArray<string> Of(IEnumerable<IMethodSymbol> methods) =>
        EquatableArray<string>.From(methods.SelectMany(Used).SelectMany(Ids)
            .Where(SyntaxFacts.IsValidIdentifier)
            .Distinct()
            .OrderBy(static id => id, StringComparer.Ordinal));

    /// <summary>Why no code may call the method; null when code may.</summary>
    public static string? Refusal(IMethodSymbol method)
    {
        // Obsolete code may use what is obsolete.
        for (var outer = method.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (outer.GetAttributes().Any(IsObsolete))
                return null;
        }
        var refused = Used(method).FirstOrDefault(static used => used
            .GetAttributes()
            .Any(static attribute => IsObsolete(attribute) && attribute.ConstructorArguments.LastOrDefault().Value is true));
        return refused is null ? null
            : SymbolEqualityComparer.Default.Equals(
                refused,
                method) ? "is [Obsolete] as an error, so no code can call it; make it a warning, or unmark the method"
            : $"must not use '{refused.Name}', which is [Obsolete] as an error";
    }

    private static IEnumerable<ISymbol> Used(IMethodSymbol method) =>
        new ISymbol[] { method, method.ContainingType }.Concat(
            method.Parameters.Select(static parameter => parameter.Type).Append(method.ReturnType).SelectMany(Types));

    private static IEnumerable<ISymbol> Types(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Types(array.ElementType),
        INamedTypeSymbol named =>
            [named, .. named.ContainingType is { } outer ? Types(outer) : [], .. named.TypeArguments.SelectMany(Types)],
        _ => [],
    };

    private static IEnumerable<string> Ids(ISymbol symbol) => new[] { symbol, symbol.ContainingModule, symbol.ContainingAssembly }
        .OfType<ISymbol>()
        .SelectMany(static place => place.GetAttributes())
        .Select(IdOf).OfType<string>();

    private static string? IdOf(AttributeData attribute) =>
        IsObsolete(attribute)
            ? OwnId(attribute) is { Length: > 0 } id ? id : attribute.ConstructorArguments.IsEmpty ? "CS0612" : "CS0618"
            : attribute.AttributeClass is { Name: "ExperimentalAttribute" } type
                && type.ContainingNamespace.ToDisplayString() == Space ? attribute.ConstructorArguments.FirstOrDefault().Value as string
            : null;

    private static string? OwnId(AttributeData obsolete) =>
        obsolete.NamedArguments.FirstOrDefault(static argument => argument.Key == "DiagnosticId").Value.Value as string;

    private static bool IsObsolete(AttributeData attribute) =>
        attribute.AttributeClass is
        {
            Name: nameof(ObsoleteAttribute),
            ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true },
        };
}
