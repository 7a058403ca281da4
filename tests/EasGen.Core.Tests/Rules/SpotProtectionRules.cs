using EasGen.Core.Features;
using static EasGen.Core.Features.SpotProtection;

namespace EasGen.Core.Tests;

public class SpotProtectionRules
{
    private static readonly Service Spot = Valid.With(
        InstanceType.FeatureType,
        (InstanceType.Type, "ecs.c7.xlarge"),
        (InstanceType.SpotPriceLimit, 0.3));

    public static TheoryData<RuleCase> Cases => Book(
        Judge(EAS0506_SpotProtectionIsChosen)
            .Refuses("a spot type without a choice", Spot, "/cloud/computing/instances/1/spot_price_limit", "first hour")
            .Accepts("a spot type with protection", Spot.With(Enabled, true))
            .Accepts("a spot type without protection", Spot.With(Enabled, false))
            .Accepts("a regular type", Valid),

        Judge(EAS0507_ProtectionNeedsSpot)
            .Refuses(
                "protection of nothing",
                Valid.With(Enabled, true),
                "/cloud/computing/disable_spot_protection_period",
                "spot price limit",
                Remove)
            .Refuses(
                "no protection of nothing",
                Valid.With(Enabled, false),
                "/cloud/computing/disable_spot_protection_period",
                "spot price limit",
                Remove)
            .Accepts("protection of a spot type", Spot.With(Enabled, true))
            .Accepts("no choice", Valid));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();
}
