namespace EasGen.Core.Tests;

public class SequenceTests
{
    [Fact]
    public void Equal_items_in_equal_order_are_equal()
    {
        var one = EquatableArray<string>.Of("a", "b");
        var other = EquatableArray<string>.From(new List<string> { "a", "b" });

        Assert.True(one.Equals(other));
        Assert.True(one.Equals((object)other));
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Theory]
    [InlineData("b", "a")]
    [InlineData("a")]
    [InlineData("a", "b", "c")]
    [InlineData("a", "B")]
    [InlineData("a", null)]
    [InlineData]
    public void Anything_else_is_not(params string?[] items) =>
        Assert.False(EquatableArray<string>.Of("a", "b").Equals(EquatableArray<string>.Of(items!)));

    [Fact]
    public void Is_not_equal_to_other_things()
    {
        Assert.False(EquatableArray<string>.Of("a").Equals("a"));
        Assert.False(EquatableArray<string>.Of("a").Equals(null));
    }

    [Fact]
    public void The_default_is_the_empty_one()
    {
        var none = default(EquatableArray<string>);

        Assert.Empty(none);
        Assert.True(none.Equals(EquatableArray<string>.Of()));
        Assert.Equal(EquatableArray<string>.Of().GetHashCode(), none.GetHashCode());
    }

    [Fact]
    public void Counts_indexes_and_enumerates()
    {
        var items = EquatableArray<int>.From(Enumerable.Range(1, 3));

        Assert.Equal(3, items.Count);
        Assert.Equal(2, items[1]);
        Assert.Equal([1, 2, 3], items);
    }

    [Fact]
    public void A_copy_does_not_follow_its_source()
    {
        var source = new List<int> { 1 };
        var items = EquatableArray<int>.From(source);
        source.Add(2);

        Assert.Equal([1], items);
    }

    [Fact]
    public void Takes_null_items() =>
        Assert.Equal(EquatableArray<string>.Of(null!).GetHashCode(), EquatableArray<string>.Of(null!).GetHashCode());
}
