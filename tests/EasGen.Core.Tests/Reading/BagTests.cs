using EasGen.Core.Rooms;

namespace EasGen.Core.Tests;

/// <summary>What one object of the JSON becomes.</summary>
public class BagTests
{
    private static readonly TextRow Server = new("Server", "nfs/server");
    private static readonly TextRow Folder = new("Path", "nfs/path");

    // Another room of the list of mounts, which the catalog does not have yet.
    private static readonly Room NasMount = new("NasMount", "/storage/*", [Server, Folder, Mount.MountPath], []);

    [Fact]
    public void An_item_belongs_to_the_room_that_knows_most_of_it()
    {
        Assert.Equal(NasMount, Item((Server, "nas"), (Folder, "/"), (Mount.MountPath, "/models")).Room);
        Assert.Equal(OssMount.Room, Item((OssMount.Path, "oss://b/c/"), (Mount.MountPath, "/models")).Room);
    }

    [Fact]
    public void An_item_that_says_nothing_of_its_own_belongs_to_the_first_room() => Assert.Equal(OssMount.Room, Item((Mount.MountPath, "/models")).Room);

    [Fact]
    public void An_item_is_there_even_when_it_is_empty()
    {
        Assert.False(new Bag([OssMount.Room], "/storage/0", 0).IsEmpty);
        Assert.Single(ServiceReader.Read("""{"storage": [{"oss": {}}]}""").Service.All(OssMount.Room));
    }

    [Fact]
    public void A_room_without_a_place_of_its_own_is_there_with_its_first_setting()
    {
        Assert.True(new Bag([GracefulShutdown.Room], "", -1).IsEmpty);
        Assert.Equal([RawSetting.Room], ServiceReader.Read("""{"metadata": {"rpc": {}}}""").Service.Features.Select(static feature => feature.Room));
        Assert.Equal(
            [GracefulShutdown.Room],
            ServiceReader.Read("""{"metadata": {"rpc": {"enable_sigterm": true}}}""").Service.Features.Select(static feature => feature.Room));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, 1)]
    [InlineData(12, 12)]
    public void The_container_is_told_by_the_place(int place, int? container)
    {
        Assert.Equal(container, new Bag([Probe.Startup], $"/containers/{place}/startup_check", place).Feature[Container.Index]);
        Assert.Equal(container, new Bag([EnvironmentVariable.Room], $"/containers/{place}/env/7", place).Feature[Container.Index]);
    }

    [Fact]
    public void A_key_is_told_by_the_place() => Assert.Equal("a/b", new Bag([Label.Room], "/labels/a~1b", -1).Feature[Label.Key]);

    private static Feature Item(params (Row Row, object Value)[] values)
    {
        var bag = new Bag([OssMount.Room, NasMount], "/storage/0", 0);
        foreach (var (row, value) in values)
            Assert.True(bag.Put(row, value, "/storage/0"));
        return bag.Feature;
    }
}
