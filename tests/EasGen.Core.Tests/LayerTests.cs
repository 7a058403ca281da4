using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace EasGen.Core.Tests;

/// <summary>Core is a stack of namespaces: each uses what stands below it, and nothing above.</summary>
public class LayerTests
{
    // From the bottom up.
    private static readonly string[] Stack =
    [
        "Json", "Starting", "Settings", "ServiceModel", "Rules", "Secrets", "Features", "Catalog", "Writing", "Reading",
        "Checking", "Comparing", "Files",
    ];

    private static readonly Architecture Core = new ArchLoader().LoadAssembly(typeof(Service).Assembly).Build();

    [Fact]
    public void No_arrow_goes_up() => Assert.Empty(
        from type in Core.Types
        from dependency in type.Dependencies
        where Layer(dependency.Target) > Layer(type)
        select $"{type.FullName} -> {dependency.Target.FullName}");

    [Fact]
    public void Every_namespace_has_its_layer() => Assert.Equal(
        Stack.Order(StringComparer.Ordinal),
        Core.Types.Select(NameOf).OfType<string>().Distinct().Order(StringComparer.Ordinal));

    // What stands in no folder is below all of them.
    private static int Layer(IType type) => NameOf(type) is { } name ? Array.IndexOf(Stack, name) : -1;

    private static string? NameOf(IType type) =>
        type.Namespace.FullName is { } name && name.StartsWith("EasGen.Core.", StringComparison.Ordinal)
            ? name["EasGen.Core.".Length..]
            : null;
}
