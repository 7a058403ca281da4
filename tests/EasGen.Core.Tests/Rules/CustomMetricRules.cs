using EasGen.Core.Features;
using static EasGen.Core.Features.CustomMetric;

namespace EasGen.Core.Tests;

public class CustomMetricRules
{
    private static readonly Service Declaring = Valid.With(CustomMetric.FeatureType, (Name, "qps"), (Tag, "status"));

    public static TheoryData<RuleCase> Cases => Book(
        Judge(EAS0667_MetricIsDeclared)
            .Refuses("no name", Valid.With(CustomMetric.FeatureType, (Tag, "status")), "/metrics/0/name", "no name")
            .Refuses("a blank name", Valid.With(CustomMetric.FeatureType, (Name, " ")), "/metrics/0/name", "no name")
            .Refuses("a name given twice", Declaring.With(CustomMetric.FeatureType, (Name, "qps")), "/metrics/1/name", "'qps'", Remove)
            .Accepts("a name", Declaring)
            .Accepts("two names", Declaring.With(CustomMetric.FeatureType, (Name, "hits"))),

        Judge(EAS0668_ProgramReports)
            .Refuses(
                "a built-in processor",
                Processing.With(Processor.Code, "pmml").With(CustomMetric.FeatureType, (Name, "qps")),
                "/metrics/0",
                "built-in",
                Remove)
            .Accepts("an image", Declaring)
            .Accepts("a custom processor", Processing.With(
                CustomProcessor.FeatureType,
                (CustomProcessor.Language, "python"),
                (CustomProcessor.Package, "oss://b/p.tar.gz"),
                (CustomProcessor.MainFile, "a.py")).With(CustomMetric.FeatureType, (Name, "qps")))
            .Accepts("a built-in processor without one", Processing.With(Processor.Code, "pmml")),

        Judge(EAS0669_ScalingMetricIsDeclared)
            .Refuses(
                "no metric",
                Scaling(Valid, "custom[qps]@status[200]"),
                "/autoscaler/strategies/custom[qps]@status[200]",
                "CustomMetric(\"qps\", Tag = \"status\")")
            .Refuses(
                "another metric",
                Scaling(Declaring, "custom[hits]@status[200]"),
                "/autoscaler/strategies/custom[hits]@status[200]",
                "declares only qps")
            .Refuses("another tag", Scaling(Declaring, "custom[qps]@code[200]"), "/autoscaler/strategies/custom[qps]@code[200]", "'status'")
            .Refuses(
                "no tag",
                Scaling(Valid.With(CustomMetric.FeatureType, (Name, "qps")), "custom[qps]@code[200]"),
                "/autoscaler/strategies/custom[qps]@code[200]",
                "without a tag")
            .Refuses("no metric in the list", Valid.With(Autoscale.FeatureType, (Autoscale.Min, 1), (Autoscale.Max, 2)).With(
                ScalingMetric.Strategy,
                (ScalingMetric.MetricName, "custom[qps]@status[200]"),
                (ScalingMetric.ListedThreshold, 1.0)), "/autoscaler/scaleStrategies/0/metricName", "'qps'")
            .Accepts("a declared one", Scaling(Declaring, "custom[qps]@status[200]"))
            .Accepts("a placeholder", Scaling(Valid.With(CustomMetric.FeatureType, (Name, "${METRIC}")), "custom[qps]@status[200]"))
            .Accepts("one of EAS", Scaling(Valid, "qps")),

        Judge(ScalingMetric.EAS0646_MetricIsKnown)
            .Refuses("no tag", Scaling(Declaring, "custom[qps]"), "/autoscaler/strategies/custom[qps]", "custom[name]@tag[value]")
            .Refuses(
                "no value",
                Scaling(Declaring, "custom[qps]@status"),
                "/autoscaler/strategies/custom[qps]@status",
                "custom[name]@tag[value]")
            .Refuses(
                "an empty value",
                Scaling(Declaring, "custom[qps]@status[]"),
                "/autoscaler/strategies/custom[qps]@status[]",
                "custom[name]@tag[value]")
            .Accepts("a custom metric", Scaling(Declaring, "custom[qps]@status[200]")));

    private static Service Processing => Valid.Without(Container.FeatureType).With(Model.Path, "oss://b/m/");

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    private static Service Scaling(Service service, string metric) =>
        service
            .With(Autoscale.FeatureType, (Autoscale.Min, 1), (Autoscale.Max, 2))
            .With(ScalingMetric.On, (ScalingMetric.Metric, metric), (ScalingMetric.Threshold, 1.0));
}
