using EasGen.Core.Catalog;
using EasGen.Core.Features;

namespace EasGen.Core.Tests;

public class FeatureOrderTests
{
    [Fact]
    public void Raw_settings_are_behind_all_others() => Assert.Equal(RawSetting.FeatureType, FeatureCatalog.Types[^1]);

    [Fact]
    public void Raw_settings_have_the_order_of_their_pointers() => Assert.Equal(
        ["/a=1", "/a=2", "/b=1", "/c=1"],
        FeatureCatalog.CreateService([Raw("/c", "1"), Raw("/a", "1"), Services.Valid.Features[0], Raw("/b", "1"), Raw("/a", "2")]).Features
            .Skip(1)
            .Select(static raw => $"{raw[RawSetting.Pointer]}={raw[RawSetting.Json]}"));

    [Fact]
    public void Features_have_the_order_of_their_containers_and_then_that_in_which_they_were_written() => Assert.Equal(
        ["A", "B", "E", "C", "F", "D"],
        FeatureCatalog.CreateService(
            [Variable("C", 1), Variable("A", 0), Variable("D", 2), Variable("B", null), Variable("E", -1), Variable("F", 1)]).Features
            .Select(static variable => variable[EnvironmentVariable.Name]));

    [Fact]
    public void Containers_that_nobody_can_have_are_the_last() => Assert.Equal(
        ["A", "B", "C", "D"],
        FeatureCatalog.CreateService(
            [Variable("C", int.MaxValue), Variable("D", int.MaxValue - 1), Variable("A", 0), Variable("B", 1_000_000)]).Features
            .Select(static variable => variable[EnvironmentVariable.Name]));

    private static Feature Raw(string pointer, string json) => new(RawSetting.FeatureType, [pointer, json]);

    private static Feature Variable(string name, int? container) => new(EnvironmentVariable.FeatureType, [name, "1", container]);
}
