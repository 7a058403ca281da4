using EasGen.Core.Features;
using static EasGen.Core.Features.ScalingMetric;

namespace EasGen.Core.Tests;

public class ScalingMetricRules
{
    public static TheoryData<RuleCase> Cases => Book(
        Judge(EAS0645_MetricIsComplete)
            .Refuses("an empty key", Watching("", 1), "/autoscaler/strategies/", "no name")
            .Refuses("a key without a threshold", Scaling.With(On, (Metric, "qps")), "/autoscaler/strategies/qps", "'qps'")
            .Refuses("a blank name", Listing(" ", 1), "/autoscaler/scaleStrategies/0/metricName", "no name")
            .Refuses("an unset name", Scaling.With(Strategy, (ListedThreshold, 1.0)), "/autoscaler/scaleStrategies/0/metricName", "no name")
            .Refuses(
                "a name without a threshold",
                Scaling.With(Strategy, (MetricName, "cpu")),
                "/autoscaler/scaleStrategies/0/threshold",
                "'cpu'")
            .Accepts("a member", Watching("qps", 1))
            .Accepts("an item", Listing("qps", 1)),

        Judge(EAS0646_MetricIsKnown)
            .Refuses("another member", Watching("latency", 1), "/autoscaler/strategies/latency", "'latency'")
            .Refuses("a capital", Watching("QPS", 1), "/autoscaler/strategies/QPS", "'QPS'")
            .Refuses("another item", Listing("latency", 1), "/autoscaler/scaleStrategies/0/metricName", "'latency'")
            .Accepts("qps", Watching("qps", 1))
            .Accepts("qps1k", Watching("qps1k", 1))
            .Accepts("cpu", Watching("cpu", 1))
            .Accepts("gpu", Watching("gpu[util]", 1))
            .Accepts("gpu as one source has it", Listing("gpu", 1))
            .Accepts("memory", Listing("memory", 1))
            .Accepts("a queue", Watching("avg_waiting_length", 2))
            .Accepts("a placeholder", Listing("${METRIC}", 1))
            .Accepts("no name", Listing("", 1)),

        Above("/autoscaler/strategies/qps", static threshold => Watching("qps", threshold)),
        Above("/autoscaler/scaleStrategies/0/threshold", static threshold => Listing("qps", threshold)),

        Percentage("cpu"),
        Percentage("gpu[util]"),
        Percentage("gpu"),
        Judge(EAS0648_PercentageIsInRange)
            .Refuses("an item", Listing("cpu", 0.5), "/autoscaler/scaleStrategies/0/threshold", "0.5")
            .Accepts("requests", Watching("qps", 5000))
            .Accepts("few requests", Watching("qps", 0.5))
            .Accepts("a member without a threshold", Scaling.With(On, (Metric, "cpu"))),

        Judge(EAS0649_MetricIsGivenOnce)
            .Refuses(
                "one metric twice",
                Listing("qps", 1).With(Strategy, (MetricName, "qps"), (ListedThreshold, 2.0)),
                "/autoscaler/scaleStrategies/1",
                "'qps'",
                Remove)
            .Refuses(
                "one metric of one service twice",
                Listing("qps", 1, "a").With(Strategy, (MetricName, "qps"), (ListedThreshold, 2.0), (ScalingMetric.Service, "a")),
                "/autoscaler/scaleStrategies/1",
                "'qps'",
                Remove)
            .Accepts(
                "one metric of two services",
                Listing("qps", 1, "a").With(Strategy, (MetricName, "qps"), (ListedThreshold, 2.0), (ScalingMetric.Service, "b")))
            .Accepts("two metrics", Listing("qps", 1).With(Strategy, (MetricName, "cpu"), (ListedThreshold, 70.0)))
            .Accepts("two without a name", Scaling.With(Strategy, (ListedThreshold, 1.0)).With(Strategy, (ListedThreshold, 1.0))));

    private static Service Scaling { get; } = Valid.With(Autoscale.FeatureType, (Autoscale.Min, 1), (Autoscale.Max, 2));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    private static Service Watching(string metric, double threshold) => Scaling.With(On, (Metric, metric), (Threshold, threshold));

    private static Service Listing(string metric, double threshold, string? service = null)
    {
        var item = A(Strategy, (MetricName, metric), (ListedThreshold, threshold));
        return Scaling.With(service is null ? item : item.Set(ScalingMetric.Service, service));
    }

    private static Judging<double> Above(string pointer, Func<double, Service> having) =>
        Judge(EAS0647_ThresholdIsPositive, pointer, having)
        .Refuses(0)
        .Refuses(-1)
        .Refuses(double.NaN)
        .Refuses(double.PositiveInfinity)
        .Accepts(double.Epsilon, 0.5, 1, 1e6);

    private static Judging<double> Percentage(string metric) =>
        Judge<double>(EAS0648_PercentageIsInRange, $"/autoscaler/strategies/{metric}", threshold => Watching(metric, threshold))
            .Refuses(0.7)
            .Refuses(100.5)
            .Refuses(700)
            .Accepts(1, 70, 100, 0, -1);
}
