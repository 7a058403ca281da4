namespace EasGen.Core.Tests;

public class JsonPointerTests
{
    // The pairs of RFC 6901, section 5, and what they leave out.
    [Theory]
    [InlineData("", "")]
    [InlineData("foo", "foo")]
    [InlineData("a/b", "a~1b")]
    [InlineData("m~n", "m~0n")]
    [InlineData("~1", "~01")]
    [InlineData("~0", "~00")]
    [InlineData("~/~", "~0~1~0")]
    [InlineData("c%d", "c%d")]
    [InlineData("k\"l", "k\"l")]
    [InlineData(" ", " ")]
    [InlineData("花", "花")]
    public void Escapes_slash_and_tilde_and_back(string key, string escaped)
    {
        Assert.Equal(escaped, JsonPointer.Escape(key));
        Assert.Equal(key, JsonPointer.Unescape(escaped));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/", "")]
    [InlineData("//", "", "")]
    [InlineData("/metadata/name", "metadata", "name")]
    [InlineData("/containers/0", "containers", "0")]
    [InlineData("/labels/a~1b~0c", "labels", "a/b~c")]
    public void Segments_are_the_keys(string address, params string[] segments) => Assert.Equal(segments, JsonPointer.Segments(address));

    [Theory]
    [InlineData("", null)]
    [InlineData("/metadata", "")]
    [InlineData("/metadata/name", "/metadata")]
    [InlineData("/labels/a~1b", "/labels")]
    [InlineData("/labels/", "/labels")]
    public void Parent_is_what_contains_it(string address, string? parent) => Assert.Equal(parent, JsonPointer.Parent(address));
}
