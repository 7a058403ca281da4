using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.Declared;

/// <summary>A method and an attribute of ours on it. Holds symbols: for reading only, never for the pipeline.</summary>
internal readonly record struct Mark(IMethodSymbol Method, AttributeData Attribute);

/// <summary>Finds the marked methods of a class: its own in the order of their places, then the public ones that it inherits.</summary>
internal static class Marks
{
    public static List<Mark> Of(INamedTypeSymbol type)
    {
        var marks = new List<Mark>();
        AddOn(type, marks);
        if (type.DeclaringSyntaxReferences.Length > 1)
            marks = [.. SourceOrder.By(marks, static mark => mark.Attribute.ApplicationSyntaxReference)];

        for (var ancestor = type.BaseType; ancestor is { SpecialType: not SpecialType.System_Object }; ancestor = ancestor.BaseType)
        {
            if (!KnowsUs(ancestor, type))
                continue;
            var own = marks.Count;
            AddOn(ancestor, marks);
            for (var i = marks.Count - 1; i >= own; i--)
            {
                if (marks[i].Method.DeclaredAccessibility != Accessibility.Public || IsReplaced(marks[i].Method, type))
                    marks.RemoveAt(i);
            }
        }
        return marks;
    }

    private static void AddOn(INamedTypeSymbol type, List<Mark> marks)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method)
                continue;
            foreach (var attribute in method.GetAttributes())
            {
                if (FeatureReader.IsOurs(attribute.AttributeClass))
                    marks.Add(new(method, attribute));
            }
        }
    }

    // Most ancestors are of the framework, whose attributes nobody has to load. What is not a type, as a namespace, is in no assembly.
    private static bool KnowsUs(INamedTypeSymbol ancestor, INamedTypeSymbol type) =>
        ancestor.ContainingAssembly is { } assembly
        && (SymbolEqualityComparer.Default.Equals(assembly, type.ContainingAssembly)
            || assembly.Modules.Any(
                static module => module.ReferencedAssemblies.Any(static used => used.Name == KnownNames.Attributes)));

    // By a method that hides it, or by an override that says itself what it is. An override without a mark keeps that of its base.
    private static bool IsReplaced(IMethodSymbol inherited, INamedTypeSymbol type)
    {
        for (var nearer = type; nearer is not null
            && !SymbolEqualityComparer.Default.Equals(nearer, inherited.ContainingType); nearer = nearer.BaseType)
        {
            foreach (var method in nearer.GetMembers(inherited.Name).OfType<IMethodSymbol>())
            {
                if (TakesTheSame(method, inherited) && (!Overrides(method, inherited)
                    || method.GetAttributes().Any(static attribute => FeatureReader.IsOurs(attribute.AttributeClass))))
                    return true;
            }
        }
        return false;
    }

    private static bool TakesTheSame(IMethodSymbol one, IMethodSymbol other) =>
        one.Parameters
            .Select(static parameter => parameter.Type)
            .SequenceEqual(other.Parameters.Select(static parameter => parameter.Type), SymbolEqualityComparer.Default);

    private static bool Overrides(IMethodSymbol method, IMethodSymbol inherited)
    {
        for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(overridden, inherited))
                return true;
        }
        return false;
    }
}
