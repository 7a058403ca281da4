using EasGen.Compiler.Declared;
using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.UserCode;

/// <summary>Finds the routes that the attributes of a controller name.</summary>
internal sealed class ControllerRoutes(Compilation compilation, RouteTable routes)
{
    private readonly INamedTypeSymbol? template = compilation.GetTypeByMetadataName(
        "Microsoft.AspNetCore.Mvc.Routing.IRouteTemplateProvider");

    public void Read(INamedTypeSymbol type)
    {
        if (template is null || type.TypeKind != TypeKind.Class || type.IsAbstract)
            return;
        var outer = Bases(type).SelectMany(Templates)
            .Select(static route => route.Text)
            .Where(static text => text is not null)
            .DefaultIfEmpty("")
            .ToArray();
        foreach (var method in Bases(type).SelectMany(static owner => owner.GetMembers().OfType<IMethodSymbol>())
            .Where(static method => method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public }))
        {
            foreach (var (text, answersGet) in Templates(method).ToArray())
            {
                if (answersGet)
                    Add(type, method, text, outer);
            }
        }
        // An action without a route of its own answers at that of the controller.
        if (outer[0]!.Length > 0)
            Add(type, null, null, outer);
    }

    private void Add(INamedTypeSymbol type, IMethodSymbol? action, string? text, IEnumerable<string?> outer)
    {
        var isWhole = text is not null
            && (text.StartsWith("/", StringComparison.Ordinal) || text.StartsWith("~/", StringComparison.Ordinal));
        foreach (var before in isWhole ? [""] : outer)
        {
            var route = $"{before}/{text?.TrimStart('~')}"
                .Replace(
                    "[controller]",
                    type.Name.EndsWith("Controller", StringComparison.Ordinal)
                        ? type.Name.Substring(0, type.Name.Length - "Controller".Length)
                        : type.Name)
                .Replace(
                    "[action]",
                    action is null
                        ? "{action}"
                        : action.Name.EndsWith("Async", StringComparison.Ordinal)
                        ? action.Name.Substring(0, action.Name.Length - "Async".Length)
                        : action.Name)
                .Replace('[', '{').Replace(']', '}');
            // Controllers may be mapped below a prefix.
            routes.Add(new(route, IsOpen: true, Runs: true, (action ?? (ISymbol)type).Locations[0]));
        }
    }

    private IEnumerable<(string? Text, bool AnswersGet)> Templates(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is not { } type || !type.AllInterfaces.Contains(template!, SymbolEqualityComparer.Default))
                continue;
            // An attribute of somebody else's makes its template itself.
            if (type.ContainingAssembly?.Name.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) != true)
                routes.AddUnknown();
            yield return (
                Text(attribute),
                type.Name is not (
                    "HttpPostAttribute" or "HttpPutAttribute" or "HttpDeleteAttribute" or "HttpPatchAttribute" or "HttpOptionsAttribute"));
        }
    }

    private static string? Text(AttributeData attribute)
    {
        if (attribute.ConstructorArguments.Length == 1
            && attribute.AttributeConstructor?.Parameters[0].Name == "template"
            && attribute.Positional(0) is string text)
            return text;
        return attribute.Named("Route") as string;
    }

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (var at = type;
            at is { SpecialType: not SpecialType.System_Object, Name: not ("ControllerBase" or "Controller") };
            at = at.BaseType)
            yield return at;
    }
}
