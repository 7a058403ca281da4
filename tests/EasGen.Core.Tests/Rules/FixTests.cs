namespace EasGen.Core.Tests;

public class FixTests
{
    [Theory]
    [InlineData(8000, "Use 8000")]
    [InlineData(0.5, "Use 0.5")]
    [InlineData("oss://b/c/", "Use oss://b/c/")]
    public void Says_the_value_it_brings(object value, string title)
    {
        Assert.Equal(title, Use(value).Title);
        Assert.Equal(value, Use(value).Value);
    }

    [Fact]
    public void Removes_without_a_value()
    {
        Assert.Equal("Remove it", Remove.Title);
        Assert.Null(Remove.Value);
    }
}
