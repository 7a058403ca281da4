using EasGen.Core.Features;

namespace EasGen.Core.Tests;

/// <summary>Every feature has one place in the JSON, and every setting one pointer.</summary>
public class AddressingTests
{
    private static readonly Service Two = Valid.With(Container.FeatureType, (Container.Image, "b:1"));

    [Fact]
    public void Items_of_a_list_are_counted_in_their_order() =>
        Assert.Equal(["/containers/0", "/containers/1"], Places(Two, Container.FeatureType));

    [Fact]
    public void Items_inside_of_containers_are_counted_in_each() => Assert.Equal(
        ["/containers/0/env/0", "/containers/1/env/0", "/containers/1/env/1"],
        Places(Two.With(Variable(1)).With(Variable(0)).With(Variable(1)), EnvironmentVariable.FeatureType));

    [Fact]
    public void Raw_settings_keep_their_places_in_lists() => Assert.Equal(
        ["/storage/0", "/storage/2", "/storage/3"],
        Places(
            Valid.With(Raw("/storage/1"))
                .With(Raw("/storage/-"))
                .With(OssMount.FeatureType)
                .With(OssMount.FeatureType)
                .With(OssMount.FeatureType),
            OssMount.FeatureType));

    [Fact]
    public void What_belongs_to_a_container_moves_with_it() => Assert.Equal(
        ["/containers/1/env/0"],
        Places(Valid.With(Raw("/containers/0")).With(Variable(0)), EnvironmentVariable.FeatureType));

    [Theory]
    [InlineData(-1, "/containers/2/env/0")]
    [InlineData(0, "/containers/0/env/0")]
    [InlineData(1, "/containers/1/env/0")]
    [InlineData(2, "/containers/2/env/0")]
    [InlineData(int.MaxValue, "/containers/2/env/0")]
    public void What_belongs_to_no_container_stands_behind_the_last(int container, string place) =>
        Assert.Equal([place], Places(Two.With(Variable(container)), EnvironmentVariable.FeatureType));

    [Fact]
    public void What_belongs_to_a_container_is_one_part_of_its_type()
    {
        var service = Two.With(Container.FeatureType, (Container.Image, "c:1"))
            .With(Variable(7)).With(Variable(2)).With(Variable(-1)).With(Variable(0)).With(Variable(2));
        var variables = Array.FindAll(Addressing.Of(service), static placed => placed.Type == EnvironmentVariable.FeatureType);

        Assert.Equal(
            [(int?[])[-1, 0], [], [2, 2]],
            Addressing.ByContainer(variables, containers: 3).Select(static part =>
                part.Select(static variable => variable[FeatureType.ContainerIndex]).ToArray()));
        Assert.Empty(Addressing.ByContainer(variables, containers: 0));
    }

    [Theory]
    [InlineData("team", "/labels/team")]
    [InlineData("a/b~c", "/labels/a~1b~0c")]
    [InlineData("", "/labels/")]
    public void A_label_stands_under_its_key(string key, string place)
    {
        var label = Assert.Single(Addressing.Of(Of(A(Label.FeatureType, (Label.Key, key)))));

        Assert.Equal((place, place, place), (label.Pointer, label.At(Label.Key), label.At(Label.Value)));
    }

    [Fact]
    public void A_setting_that_is_not_written_is_addressed_by_its_name()
    {
        Assert.Equal("/DrainSeconds", Assert.Single(Addressing.Of(Of(A(GracefulShutdown.FeatureType)))).At(GracefulShutdown.DrainSeconds));
        Assert.Equal("/containers/0/env/0/Container", Assert.Single(Addressing.Of(Of(Variable(0)))).At(FeatureType.ContainerIndex));
    }

    private static Feature Variable(int container) =>
        A(EnvironmentVariable.FeatureType, (EnvironmentVariable.Name, "A"), (FeatureType.ContainerIndex, container));

    private static IEnumerable<string> Places(Service service, FeatureType type) =>
        Addressing.Of(service).Where(placed => placed.Type == type).Select(static placed => placed.Pointer);
}
