using EasGen.Core.Features;
using static EasGen.Core.Features.RollingUpdate;

namespace EasGen.Core.Tests;

public class RollingUpdateRules
{
    private const string Unavailable = "/metadata/rolling_strategy/max_unavailable";

    private const string Surge = "/metadata/rolling_strategy/max_surge";

    public static TheoryData<RuleCase> Cases => Book(
        Judge<string>(EAS0610_SurgeHasForm, Surge, static surge => Valid.With(MaxSurge, surge))
            .Refuses("-1")
            .Refuses("1.5")
            .Refuses("two")
            .Refuses("%")
            .Refuses("-5%")
            .Refuses("")
            .Accepts("0", "1", "10", "2%", "100%", "150%", "${SURGE}"),

        Judge<string>(
            EAS0611_UnavailableHasForm,
            "/metadata/rolling_strategy/max_unavailable",
            static unavailable => Valid.With(MaxUnavailable, unavailable))
            .Refuses("-1")
            .Refuses(" 1")
            .Refuses("10 %")
            .Refuses("")
            .Accepts("0", "1", "20%", "${UNAVAILABLE}"),

        Judge(EAS0612_UpdateCanMove)
            .Refuses("0 and 0", Update("0", "0"), Surge, "both 0", Use("1"))
            .Refuses("0% and 0", Update("0%", "0"), Surge, "both 0", Use("1"))
            .Refuses("0 and 0%", Update("0", "0%"), Surge, "both 0", Use("1"))
            .Accepts("1 and 0", Update("1", "0"))
            .Accepts("0 and 1", Update("0", "1"))
            .Accepts("1% and 0", Update("1%", "0"))
            .Accepts("0 alone", Valid.With(MaxUnavailable, "0"))
            .Accepts("a placeholder and 0", Update("${SURGE}", "0"))
            .Accepts("what is no amount", Update("none", "none")),

        Judge(EAS0613_UpdateAddsInstances)
            .Refuses("0 alone on public resources", Valid.With(MaxSurge, "0"), Surge, "can never start", Use("1"))
            .Refuses("0% alone on public resources", Valid.With(MaxSurge, "0%"), Surge, "can never start", Use("1"))
            .Refuses("0 alone on a group", OnGroup(Valid.With(MaxSurge, "0")), Surge, "positive count", Use("1"))
            .Refuses(
                "0 alone on a quota",
                Valid.Without(InstanceType.FeatureType).With(ResourceQuota.Id, "quota1").With(MaxSurge, "0"),
                Surge,
                "positive count",
                Use("1"))
            .Refuses("0 and 1", Update("0", "1"), Surge, "positive count", Use("1"))
            .Refuses("0 and a placeholder", Update("0", "${UNAVAILABLE}"), Surge, "positive count", Use("1"))
            .Accepts("0 and 0, which another rule refuses", Update("0", "0"))
            .Accepts("1 and nothing", Valid.With(MaxSurge, "1"))
            .Accepts("1%", Valid.With(MaxSurge, "1%"))
            .Accepts("nothing", Valid.With(MaxUnavailable, "0")),

        Judge(EAS0614_InstancesStay)
            .Refuses("2 of 2", Of("2", 2), Unavailable, "all 2 instances", Use("1"))
            .Refuses("3 of 2", Of("3", 2), Unavailable, "all 2 instances", Use("1"))
            .Refuses("100% of 2", Of("100%", 2), Unavailable, "all 2 instances", Use("1"))
            .Refuses("150% of 9", Of("150%", 9), Unavailable, "all 9 instances", Use("1"))
            .Refuses("as many as autoscaling makes at most", Scaled(Of("6", 2), 6), Unavailable, "all 6 instances", Use("1"))
            .Accepts("fewer than autoscaling makes at most", Scaled(Of("5", 2), 6))
            .Accepts("1 of 2", Of("1", 2))
            .Accepts("99% of 2", Of("99%", 2))
            .Accepts("0", Of("0", 2))
            .Accepts("1 of 1, of which none can stay without a new one", Of("1", 1))
            .Accepts("100% of 1", Of("100%", 1))
            .Accepts("a placeholder", Of("${UNAVAILABLE}", 2))
            .Accepts("an unknown number of instances", Valid.With(EasService.Instances, null).With(MaxUnavailable, "5")));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    private static Service Of(string unavailable, int instances) =>
        Valid.With(EasService.Instances, instances).With(MaxUnavailable, unavailable);

    private static Service Scaled(Service service, int most) =>
        service
            .With(Autoscale.FeatureType, (Autoscale.Min, 1), (Autoscale.Max, most))
            .With(ScalingMetric.On, (ScalingMetric.Metric, "qps"), (ScalingMetric.Threshold, 10.0));

    private static Service OnGroup(Service service) => service.Without(InstanceType.FeatureType).With(ResourceGroup.Id, "eas-r-x");

    private static Service Update(string surge, string unavailable) => Valid.With(MaxSurge, surge).With(MaxUnavailable, unavailable);
}
