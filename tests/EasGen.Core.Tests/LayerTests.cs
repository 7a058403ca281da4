using EasGen.Testing;

namespace EasGen.Core.Tests;

/// <summary>Core is a stack of namespaces: each uses what stands below it, and nothing above.</summary>
public class LayerTests
{
    private static readonly Layers Core = new(typeof(Service).Assembly, "EasGen.Core",
    [
        "Json", "Starting", "Settings", "ServiceModel", "Rules", "Secrets", "Features", "Catalog", "Writing", "Reading",
        "Checking", "Comparing", "Files",
    ]);

    [Fact]
    public void No_arrow_goes_up() => Assert.Empty(Core.ArrowsUp(isRootBelow: true));

    [Fact]
    public void Every_namespace_has_its_layer() => Assert.Equal(Core.Stack, Core.Found);
}
