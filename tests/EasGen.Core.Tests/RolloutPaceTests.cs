using EasGen.Core.Features;

namespace EasGen.Core.Tests;

public class RolloutPaceTests
{
    [Theory]
    [InlineData("1", "0", 10, 1, 0, 10)]
    [InlineData("2", "1", 10, 2, 1, 4)]
    [InlineData("25%", "25%", 10, 3, 2, 2)]
    [InlineData("10%", "0", 10, 1, 0, 10)]
    [InlineData("0", "1", 3, 0, 1, 3)]
    [InlineData("0", "0", 3, 1, 0, 3)]
    [InlineData("0", "30%", 3, 1, 0, 3)]
    [InlineData("0", "40%", 3, 0, 1, 3)]
    [InlineData("1", "0", 0, 1, 0, 0)]
    [InlineData("all", "0", 3, 1, 0, 3)]
    public void An_update_moves_by_what_it_says(string surge, string unavailable, int instances, int more, int missing, int steps)
    {
        var pace = RolloutPace.Of(
            Valid.With(RollingUpdate.FeatureType, (RollingUpdate.MaxSurge, surge), (RollingUpdate.MaxUnavailable, unavailable)),
            instances);

        Assert.Equal((instances, more, missing, steps), (pace.Instances, pace.Surge, pace.Unavailable, pace.Steps));
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(50, 1, 50)]
    [InlineData(51, 2, 26)]
    public void Without_one_two_percent_are_added_and_none_may_be_missing(int instances, int surge, int steps)
    {
        var pace = RolloutPace.Of(Valid, instances);

        Assert.Equal((surge, 0, steps), (pace.Surge, pace.Unavailable, pace.Steps));
    }

    [Fact]
    public void On_machines_of_ones_own_the_service_decides_what_may_be_missing()
    {
        Service[] services =
        [
            Valid.With(ResourceGroup.FeatureType, (ResourceGroup.Id, "eas-r-1")),
            Valid.With(ResourceQuota.FeatureType, (ResourceQuota.Id, "quota1")),
        ];

        Assert.All(services, static service =>
        {
            Assert.Null(RolloutPace.Of(service, 4).Unavailable);
            Assert.Equal((0, 4), (
                RolloutPace.Of(service.With(RollingUpdate.FeatureType, (RollingUpdate.MaxSurge, "0")), 4).Surge,
                RolloutPace.Of(service, 4).Steps));
        });
    }
}
