namespace EasGen.Core.Tests;

public class JsonAddressTests
{
    private static readonly JsonAddress Variable = JsonAddress.Root.Member("containers").Item(0).Member("env").Item(12);

    [Fact]
    public void A_pointer_has_the_keys_and_indexes_from_the_root_on()
    {
        Assert.Equal("", JsonAddress.Root.Pointer);
        Assert.Equal("/containers/0/env/12", Variable.Pointer);
        Assert.Equal("/labels/a~1b~0c", JsonAddress.Root.Member("labels").Member("a/b~c").Pointer);
        Assert.Equal("/storage/0/oss/path", JsonAddress.Of("/storage/0").Below("oss/path").Pointer);
    }

    [Theory]
    [InlineData("/containers/0/env/12", true)]
    [InlineData("/containers/0/env/1", false)]
    [InlineData("/containers/0/env/2", false)]
    [InlineData("/containers/0/env/12/value", false)]
    [InlineData("containers/0/env/12", false)]
    [InlineData("/x/containers/0/env/12", false)]
    [InlineData("12", false)]
    [InlineData("", false)]
    public void An_address_is_that_of_its_pointer(string text, bool same) => Assert.Equal(same, Variable.Is(text));

    [Fact]
    public void The_root_is_that_of_the_empty_pointer()
    {
        Assert.True(JsonAddress.Root.Is(""));
        Assert.False(JsonAddress.Root.Is("/"));
    }

    [Fact]
    public void An_address_is_below_another_by_all_the_keys_between_them()
    {
        var mount = JsonAddress.Root.Member("storage").Item(0);
        var path = mount.Member("oss").Member("path");

        Assert.True(path.IsBelow(mount, ["oss", "path"]));
        Assert.True(mount.IsBelow(mount, []));
        Assert.True(mount.Member("a/b").IsBelow(mount, ["a/b"]));
        Assert.False(path.IsBelow(mount, ["path"]));
        Assert.False(path.IsBelow(mount, ["nfs", "path"]));
        Assert.False(mount.Member("oss.path").IsBelow(mount, ["oss", "path"]));
        Assert.False(JsonAddress.Root.IsBelow(mount, ["storage", "oss", "path"]));
    }

    [Theory]
    [InlineData("/labels/a~1b", "a/b")]
    [InlineData("/containers/3", "3")]
    [InlineData("", "")]
    public void The_last_key_is_the_key(string text, string key) => Assert.Equal(key, JsonAddress.Of(text).Key);
}
