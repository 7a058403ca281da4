namespace EasGen.Core.Tests;

public class JsonAddressTests
{
    [Fact]
    public void A_pointer_has_the_keys_and_indexes_from_the_root_on()
    {
        Assert.Equal("", JsonAddress.Root.Pointer);
        Assert.Equal("/containers/0/env/12", JsonAddress.Root.Member("containers").Item(0).Member("env").Item(12).Pointer);
        Assert.Equal("/labels/a~1b~0c", JsonAddress.Root.Member("labels").Member("a/b~c").Pointer);
        Assert.Equal("/storage/0/oss/path", JsonAddress.Of("/storage/0").Below("oss/path").Pointer);
        Assert.Equal("/storage/7/oss/path", JsonAddress.Of(new LazyPointer("/storage/", 7)).Below("oss/path").Pointer);
    }
}
