using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace EasGen.Testing;

/// <summary>
/// Walks the objects behind a generator's model and finds what keeps an old compilation alive and never compares equal.
/// </summary>
internal static class ModelWalk
{
    private static readonly ImmutableArray<Type> Forbidden =
    [
        typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(Location), typeof(Compilation), typeof(SemanticModel),
        typeof(AttributeData), typeof(TypedConstant), typeof(IOperation),
    ];

    /// <summary>One line for each forbidden object: the path to it and what it is.</summary>
    public static IEnumerable<string> Find(object? root, string name)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<(object? Value, string Path)>([(root, name)]);
        while (open.TryPop(out var next))
        {
            if (next.Value is null || IsLeaf(next.Value.GetType()) || !seen.Add(next.Value))
                continue;

            if (Forbidden.FirstOrDefault(type => type.IsInstanceOfType(next.Value)) is { } forbidden)
            {
                yield return $"{next.Path} ({forbidden.Name}): {next.Value.ToString()?.Split('\n')[0]}";
                continue;
            }

            foreach (var part in next.Value is Array array ? Elements(array, next.Path) : Fields(next.Value, next.Path))
                open.Push(part);
        }
    }

    private static IEnumerable<(object? Value, string Path)> Elements(Array array, string path)
    {
        if (IsLeaf(array.GetType().GetElementType()!))
            yield break;

        var index = 0;
        foreach (var element in array)
            yield return (element, $"{path}[{index++}]");
    }

    private static IEnumerable<(object? Value, string Path)> Fields(object value, string path)
    {
        const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

        for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in type.GetFields(Own).Where(field => !IsLeaf(field.FieldType)))
                yield return (field.GetValue(value), path + Name(field));
        }
    }

    // The innards of a collection say nothing to a reader, and "<Name>k__BackingField" less than "Name".
    private static string Name(FieldInfo field) =>
        field.DeclaringType!.Namespace?.StartsWith("System.Collections", StringComparison.Ordinal) == true
        ? ""
        : "." + (field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name);

    private static bool IsLeaf(Type type) =>
        type.IsPrimitive || type.IsEnum || type.IsPointer || type == typeof(string) || type == typeof(decimal)
        || typeof(MemberInfo).IsAssignableFrom(type) || typeof(Assembly).IsAssignableFrom(type) || typeof(Module).IsAssignableFrom(type);
}
