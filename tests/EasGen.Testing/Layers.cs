using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace EasGen.Testing;

/// <summary>An assembly as a stack of namespaces, each of which uses what is below it and nothing above.</summary>
/// <param name="assembly">The assembly.</param>
/// <param name="root">The namespace that the stack is in, without the dot.</param>
/// <param name="stack">The namespaces in it, from the bottom up.</param>
public sealed class Layers(System.Reflection.Assembly assembly, string root, string[] stack)
{
    private readonly Architecture architecture = new ArchLoader().LoadAssembly(assembly).Build();

    /// <summary>The arrows that go up.</summary>
    /// <param name="isRootBelow">Whether what is in no namespace of the stack is below all of them; else it may use them all.</param>
    public IEnumerable<string> ArrowsUp(bool isRootBelow) =>
        from type in architecture.Types
        where isRootBelow || Layer(type) >= 0
        from dependency in type.Dependencies
        where Layer(dependency.Target) > Layer(type)
        select $"{type.FullName} -> {dependency.Target.FullName}";

    /// <summary>The namespaces that there are, in alphabetical order.</summary>
    public IEnumerable<string> Found =>
        architecture.Types.Select(NameOf).OfType<string>().Distinct().Order(StringComparer.Ordinal);

    /// <summary>The namespaces of the stack, in alphabetical order.</summary>
    public IEnumerable<string> Stack => stack.Order(StringComparer.Ordinal);

    private int Layer(IType type) => NameOf(type) is { } name ? Array.IndexOf(stack, name) : -1;

    // The type parameter of a method is in no namespace.
    private string? NameOf(IType type) =>
        type.Namespace?.FullName is { } name && name.StartsWith($"{root}.", StringComparison.Ordinal) ? name[(root.Length + 1)..] : null;
}
