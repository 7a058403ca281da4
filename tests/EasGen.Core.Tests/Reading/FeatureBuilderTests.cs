using EasGen.Core.Features;
using EasGen.Core.Files;
using EasGen.Core.Reading;

namespace EasGen.Core.Tests;

/// <summary>What one object of the JSON becomes.</summary>
public class FeatureBuilderTests
{
    private static readonly StringSetting Server = new("Server", "nfs/server");
    private static readonly StringSetting Folder = new("Path", "nfs/path");

    // Another feature type of the list of mounts, which the catalog does not have yet.
    private static readonly FeatureType NasMount = new("NasMount", "/storage/*", [Server, Folder, Mount.MountPath]);

    [Fact]
    public void An_item_belongs_to_the_feature_type_that_knows_most_of_it()
    {
        Assert.Equal(NasMount, Item((Server, "nas"), (Folder, "/"), (Mount.MountPath, "/models")).Type);
        Assert.Equal(OssMount.FeatureType, Item((OssMount.Path, "oss://b/c/"), (Mount.MountPath, "/models")).Type);
    }

    [Fact]
    public void An_item_that_says_nothing_of_its_own_belongs_to_the_first_feature_type() =>
        Assert.Equal(OssMount.FeatureType, Item((Mount.MountPath, "/models")).Type);

    [Fact]
    public void An_item_is_there_even_when_it_is_empty()
    {
        Assert.False(new FeatureBuilder([OssMount.FeatureType], 2, 0).IsEmpty);
        Assert.Single(ServiceReader.Read("""{"storage": [{"oss": {}}]}""").Service.All(OssMount.FeatureType));
    }

    [Fact]
    public void A_feature_type_without_a_place_of_its_own_is_there_with_its_first_setting()
    {
        Assert.True(new FeatureBuilder([GracefulShutdown.FeatureType], 0, -1).IsEmpty);
        Assert.Equal(
            [RawSetting.FeatureType],
            ServiceReader.Read("""{"metadata": {"rpc": {}}}""").Service.Features.Select(static feature => feature.Type));
        Assert.Equal(
            [GracefulShutdown.FeatureType],
            ServiceReader.Read("""{"metadata": {"rpc": {"enable_sigterm": true}}}""").Service.Features
                .Select(static feature => feature.Type));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, 1)]
    [InlineData(12, 12)]
    public void The_container_is_told_by_the_place(int place, int? container)
    {
        Assert.Equal(
            container,
            new FeatureBuilder([Probe.Startup], 3, place).ToFeature("startup_check")[FeatureType.ContainerIndex]);
        Assert.Equal(
            container,
            new FeatureBuilder([EnvironmentVariable.FeatureType], 4, place).ToFeature("")[FeatureType.ContainerIndex]);
    }

    [Fact]
    public void A_key_is_told_by_the_place() =>
        Assert.Equal("a/b", new FeatureBuilder([Label.FeatureType], 2, -1).ToFeature("a/b")[Label.Key]);

    [Fact]
    public void A_value_that_stands_elsewhere_than_usual_is_known_by_its_place()
    {
        var builder = new FeatureBuilder([OssMount.FeatureType], 2, 0);
        var path = new PointerPath();
        foreach (var key in new[] { "storage", "0", "oss" })
            path.Enter(key);

        path.Enter("path");
        Assert.True(builder.Put(OssMount.Path, "oss://b/", path));
        Assert.Empty(builder.Elsewhere);
        path.Leave();
        path.Leave();
        path.Enter("oss.readOnly");
        Assert.True(builder.Put(OssMount.ReadOnly, true, path));

        Assert.Equal([(OssMount.ReadOnly, "/storage/0/oss.readOnly")], builder.Elsewhere);
        Assert.Equal("/storage/0/oss.readOnly", builder.PointerOf(OssMount.ReadOnly, path));
        Assert.Equal("/storage/0/oss/path", builder.PointerOf(OssMount.Path, path));
    }

    [Fact]
    public void The_first_value_stays()
    {
        var (builder, path) = (new FeatureBuilder([OssMount.FeatureType], 0, 0), new PointerPath());

        Assert.True(builder.Put(OssMount.Path, "oss://a/", path));
        Assert.True(builder.Put(OssMount.Path, "oss://a/", path));
        Assert.False(builder.Put(OssMount.Path, "oss://b/", path));
        Assert.Equal("oss://a/", builder.ToFeature("")[OssMount.Path]);
    }

    private static Feature Item(params (Setting Setting, object Value)[] values)
    {
        var builder = new FeatureBuilder([OssMount.FeatureType, NasMount], 2, 0);
        foreach (var (setting, value) in values)
            Assert.True(builder.Put(setting, value, new()));
        return builder.ToFeature("");
    }
}
