using EasGen.Testing;

namespace EasGen.Rehearsal.Tests;

/// <summary>The rehearsal is a stack of namespaces, as Core is, below what users see.</summary>
public class LayerTests
{
    private static readonly Layers Rehearsal = new(
        typeof(EasRehearsal).Assembly,
        "EasGen.Rehearsal",
        ["Services", "Records", "Networks", "Processes", "Probing", "Instances", "Traffic", "Acts", "Reports"]);

    [Fact]
    public void No_arrow_goes_up() => Assert.Empty(Rehearsal.ArrowsUp(isRootBelow: false));

    [Fact]
    public void Every_namespace_has_its_layer() => Assert.Equal(Rehearsal.Stack, Rehearsal.Found);
}
