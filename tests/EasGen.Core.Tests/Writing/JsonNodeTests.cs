using System.Globalization;

namespace EasGen.Core.Tests;

public class JsonNodeTests
{
    [Theory]
    [InlineData(200.0 / 3, "66.66666666666667")]
    [InlineData(0.1, "0.1")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    [InlineData(-2.5, "-2.5")]
    [InlineData(1e-7, "1E-07")]
    [InlineData(5, "5")]
    [InlineData(-0.0, "0")]
    [InlineData(double.MaxValue, "1.7976931348623157E+308")]
    [InlineData(double.Epsilon, "4.94065645841247E-324")]
    public void A_number_has_as_few_digits_as_name_it(double number, string text) =>
        Assert.Equal(text, JsonNode.Number(number).ToString());

    [Theory]
    [InlineData(3)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(1000)]
    public void A_member_is_found_in_an_object_of_any_size(int members)
    {
        var node = JsonNode.Object();
        for (var i = 0; i < members; i++)
        {
            Assert.Null(node.Find(Key(i)));
            var added = node.Add(Key(i), JsonNode.Number(i));
            Assert.Same(added, node.Find(Key(i)));
        }

        Assert.All(Enumerable.Range(0, members), i => Assert.Equal(Key(i), node.Find(Key(i))!.Text));
        Assert.Null(node.Find("none"));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(100)]
    public void Of_a_key_that_is_there_twice_the_first_is_found_until_the_order_changes(int others)
    {
        var node = JsonNode.Object();
        var first = node.Add("a", JsonNode.Number(1));
        for (var i = 0; i < others; i++)
            node.Add($"b{i}", JsonNode.Null());
        Assert.Same(first, node.Find("a"));

        var second = node.Add("a", JsonNode.Number(2));

        Assert.Same(first, node.Find("a"));
        node.Arrange(["b0"]);
        Assert.Same(first, node.Find("a"));
        Assert.NotSame(second, node.Find("a"));
        Assert.Equal("b0", node.Members[0].Key);
    }

    [Fact]
    public void Keys_that_nobody_arranges_stay_in_their_order()
    {
        var node = JsonNode.Object();
        foreach (var key in (string[])["z", "b", "y", "a", "b", "x"])
            node.Add(key, JsonNode.Number(node.Members.Count));

        node.Arrange(["a", "b"]);

        Assert.Equal("""{"a": 3, "b": 1, "b": 4, "z": 0, "y": 2, "x": 5}""", node.ToString());
    }

    private static string Key(int number) => number.ToString(CultureInfo.InvariantCulture);
}
