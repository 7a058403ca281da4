using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace EasGen.Rehearsal.Tests;

/// <summary>The rehearsal is a stack of namespaces, as Core is.</summary>
public class LayerTests
{
    // From the bottom up. What stands in no folder is above all of them, but for what users see.
    private static readonly string[] Stack =
        ["Services", "Records", "Processes", "Probing", "Instances", "Traffic", "Acts", "Reports"];

    private static readonly Architecture Rehearsal = new ArchLoader().LoadAssembly(typeof(EasRehearsal).Assembly).Build();

    [Fact]
    public void No_arrow_goes_up() => Assert.Empty(
        from type in Rehearsal.Types
        where Layer(type) >= 0
        from dependency in type.Dependencies
        where Layer(dependency.Target) > Layer(type)
        select $"{type.FullName} -> {dependency.Target.FullName}");

    [Fact]
    public void Every_namespace_has_its_layer() => Assert.Equal(
        Stack.Order(StringComparer.Ordinal),
        Rehearsal.Types.Select(NameOf).OfType<string>().Distinct().Order(StringComparer.Ordinal));

    private static int Layer(IType type) => NameOf(type) is { } name ? Array.IndexOf(Stack, name) : -1;

    private static string? NameOf(IType type) =>
        type.Namespace.FullName is { } name && name.StartsWith("EasGen.Rehearsal.", StringComparison.Ordinal)
            ? name["EasGen.Rehearsal.".Length..]
            : null;
}
