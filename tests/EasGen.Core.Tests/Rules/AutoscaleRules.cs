using EasGen.Core.Features;
using static EasGen.Core.Features.Autoscale;

namespace EasGen.Core.Tests;

public class AutoscaleRules
{
    public static TheoryData<RuleCase> Cases => Book(
        InRange("min", Min, 0, int.MaxValue),
        InRange("max", Max, 1, 3000),
        InRange("behavior/scaleUp/stabilizationWindowSeconds", ScaleUpStabilizationSeconds, 0, int.MaxValue),
        InRange("behavior/scaleDown/stabilizationWindowSeconds", ScaleDownStabilizationSeconds, 0, int.MaxValue),
        InRange("behavior/onZero/scaleDownGracePeriodSeconds", ToZeroAfterSeconds, 0, int.MaxValue),
        InRange("behavior/onZero/scaleUpActivationReplicas", FromZeroInstances, 1, int.MaxValue),

        Judge(EAS0641_MinIsBelowMax)
            .Refuses("equal limits", Scaling(5, 5), "/autoscaler/max", "from 5 to 5")
            .Refuses("limits in the wrong order", Scaling(3, 2), "/autoscaler/max", "from 3 to 2")
            .Accepts("limits beside each other", Scaling(4, 5))
            .Accepts("a minimum of 0", Scaling(0, 1))
            .Accepts("a minimum alone", Valid.With(Min, 5))
            .Accepts("a maximum alone", Valid.With(Max, 5))
            .Accepts("no limits", Valid),

        Judge<int>(EAS0642_MaxIsUsual, "/autoscaler/max", static max => Scaling(1, max))
            .Refuses(1001, Use(1000))
            .Refuses(3000, Use(1000))
            .Accepts(2, 1000, 3001, -1)
            .Refuses("a minimum just below the limit", Scaling(999, 1001), "/autoscaler/max", "1001", Use(1000))
            .Refuses("a minimum at the limit", Scaling(1000, 1001), "/autoscaler/max", "1001"),

        Judge(EAS0643_LimitsAreGiven)
            .Refuses("a metric alone", Valid.With(On()), "/autoscaler/strategies/qps", "Autoscale")
            .Refuses("an item of the list alone", Valid.With(Listed()), "/autoscaler/scaleStrategies/0", "Autoscale")
            .Refuses("no minimum", Valid.With(Max, 5), "/autoscaler/min", "Min")
            .Refuses("no maximum", Valid.With(Min, 5), "/autoscaler/max", "Max")
            .Accepts("limits that are ignored", Valid.With(On()).With(Raw("/autoscaler/min_replica")))
            .Accepts("both limits", Scaling(1, 2))
            .Accepts("no autoscaling", Valid),

        Judge(EAS0644_MetricsHaveOneForm)
            .Refuses("no metric", Valid.With(Autoscale.FeatureType, (Min, 1), (Max, 2)), "/autoscaler/min", "ScaleOn")
            .Refuses(
                "both forms",
                Scaling(1, 2).With(Listed()),
                "/autoscaler/scaleStrategies/0",
                "two lists, ScaleOn (strategies) and ScaleStrategy (scaleStrategies),")
            .Refuses("both forms without limits", Valid.With(On()).With(Listed()), "/autoscaler/scaleStrategies/0", "two lists")
            .Accepts("a member", Scaling(1, 2))
            .Accepts("an item", Valid.With(Autoscale.FeatureType, (Min, 1), (Max, 2)).With(Listed()))
            .Accepts("a metric alone", Valid.With(On()))
            .Accepts(
                "a list that is ignored",
                Valid.With(Autoscale.FeatureType, (Min, 1), (Max, 2)).With(Raw("/autoscaler/scale_strategies")))
            .Accepts("no autoscaling", Valid),

        Judge(EAS0655_KeyIsCamelCase)
            .Refuses("min_replica", Scaling(1, 2).With(Raw("/autoscaler/min_replica")), "/autoscaler/min_replica", "'min'")
            .Refuses("max_replica", Scaling(1, 2).With(Raw("/autoscaler/max_replica")), "/autoscaler/max_replica", "'max'")
            .Refuses(
                "scale_strategies",
                Scaling(1, 2).With(Raw("/autoscaler/scale_strategies")),
                "/autoscaler/scale_strategies",
                "'scaleStrategies'")
            .Refuses(
                "metric_name",
                Valid.With(Listed()).With(Raw("/autoscaler/scaleStrategies/0/metric_name")),
                "/autoscaler/scaleStrategies/0/metric_name",
                "'metricName'")
            .RefusesJson("""{"autoscaler": {"min_replica": 1}}""", "/autoscaler/min_replica", "'min'")
            .Accepts("another key", Scaling(1, 2).With(Raw("/autoscaler/jobs")))
            .Accepts("another place", Scaling(1, 2).With(Raw("/metadata/min_replica")))
            .Accepts("what is no pointer", Valid.With(Raw(""))),

        Judge(EAS0656_GatewayKeepsOne)
            .Refuses("no instance", Scaling(0, 5).With(DedicatedGateway.Id, "gw-1"), "/autoscaler/min", "'gw-1'", Use(1))
            .Refuses("no instance and one at most", Scaling(0, 1).With(DedicatedGateway.Id, "gw-1"), "/autoscaler/min", "'gw-1'")
            .Accepts("one instance", Scaling(1, 5).With(DedicatedGateway.Id, "gw-1"))
            .Accepts("the shared gateway", Scaling(0, 5))
            .Accepts("an empty gateway", Scaling(0, 5).With(DedicatedGateway.Id, "")));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    private static Feature On() => A(ScalingMetric.On, (ScalingMetric.Metric, "qps"), (ScalingMetric.Threshold, 20.0));

    private static Feature Raw(string pointer) => A(RawSetting.FeatureType, (RawSetting.Pointer, pointer), (RawSetting.Json, "1"));

    private static Feature Listed() => A(ScalingMetric.Strategy, (ScalingMetric.MetricName, "qps"), (ScalingMetric.ListedThreshold, 20.0));

    private static Service Scaling(int min, int max) => Valid.With(Autoscale.FeatureType, (Min, min), (Max, max)).With(On());

    private static Judging<int> InRange(string key, IntegerSetting setting, int least, int most)
    {
        var judging = Judge<int>(EAS0640_NumberIsInRange, $"/autoscaler/{key}", value => Scaling(1, 2).With(setting, value))
            .Refuses(int.MinValue)
            .Refuses(least - 1)
            .Accepts(least, least + 1, most);
        return most == int.MaxValue ? judging : judging.Refuses(most + 1);
    }
}
