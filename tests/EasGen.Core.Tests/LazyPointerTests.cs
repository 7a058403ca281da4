namespace EasGen.Core.Tests;

public class LazyPointerTests
{
    [Fact]
    public void An_item_has_its_index_at_the_end()
    {
        Assert.Equal("/storage/12", new LazyPointer("/storage/", 12).Text);
        Assert.Equal("/storage/0", new LazyPointer("/storage/", 0).ToString());
        Assert.Equal("/metadata", ((LazyPointer)"/metadata").Text);
    }

    [Theory]
    [InlineData("/containers/1/env/", 3, true)]
    [InlineData("/containers/1/env", -1, true)]
    [InlineData("/containers/1/", 0, true)]
    [InlineData("/containers/1", -1, false)]
    [InlineData("/containers/12/env/", 3, false)]
    [InlineData("/containers/2/env/", 3, false)]
    [InlineData("/containers/", 1, false)]
    public void What_is_inside_is_below(string start, int index, bool isBelow) =>
        Assert.Equal(isBelow, new LazyPointer(start, index).IsBelow("/containers/1"));
}
