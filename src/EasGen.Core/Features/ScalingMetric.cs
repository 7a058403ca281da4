namespace EasGen.Core.Features;

/// <summary>
/// What autoscaling watches, in the two forms that EAS knows: an object with a threshold for each metric, and a list
/// that can name another service.
/// </summary>
internal static class ScalingMetric
{
    public static readonly StringSetting Metric = new("Metric", Setting.Key);
    public static readonly NumberSetting Threshold = new("Threshold", "") { Minimum = 0, MinimumExcluded = true };

    public static readonly StringSetting MetricName = new("MetricName", "metricName");
    public static readonly NumberSetting ListedThreshold = new("Threshold", "threshold") { Minimum = 0, MinimumExcluded = true };
    public static readonly StringSetting Service = new("Service", "service");

    // The API, its scalable jobs and the console's skill name these.
    private static readonly string[] Known = ["qps", "cpu", "gpu[util]", "gpu", "memory", "qps1k", "avg_waiting_length"];

    private static readonly string[] Percentages = ["cpu", "gpu[util]", "gpu"];

    public static readonly Rule EAS0645_MetricIsComplete = Rule.Error("EAS0645", "Scaling metric has no name or no threshold")
        .When(static service =>
        {
            foreach (var metric in All(service))
            {
                if (string.IsNullOrWhiteSpace(NameOf(metric)))
                    service.Report(metric.At(NameSetting(metric)), "The metric has no name; write one such as qps");
                else if (Limit(metric) is null)
                    service.Report(
                        metric.At(ThresholdSetting(metric)),
                        $"The metric '{NameOf(metric)}' has no threshold; set the value above which EAS adds instances");
            }
        });

    public static readonly Rule EAS0646_MetricIsKnown = Rule.Warning("EAS0646", "Scaling metric is not known")
        .When(static service =>
        {
            foreach (var metric in All(service))
            {
                if (NameOf(metric) is { } name
                    && !string.IsNullOrWhiteSpace(name)
                    && !Placeholder.IsIn(name)
                    && Array.IndexOf(Known, name) < 0
                    && CustomMetric.Parts(name) is null)
                    service.Report(
                        metric.At(NameSetting(metric)),
                        $"The metric '{name}' is not known; "
                        + $"use one of {string.Join(", ", Known)}, or custom[name]@tag[value] for a metric of your own");
            }
        });

    public static readonly Rule EAS0647_ThresholdIsPositive = Rule
        .Error("EAS0647", "Scaling threshold is not positive")
        .Bounds(Threshold, ListedThreshold);

    public static readonly Rule EAS0648_PercentageIsInRange = Rule.Warning("EAS0648", "Scaling threshold is not a percentage")
        .When(static service =>
        {
            foreach (var metric in All(service))
            {
                if (Limit(metric) is { } limit && (limit is > 0 and < 1 or > 100) && Array.IndexOf(Percentages, NameOf(metric)) >= 0)
                    service.Report(
                        metric.At(ThresholdSetting(metric)),
                        $"The threshold of '{NameOf(metric)}' is {ThresholdSetting(metric).Says(limit)}, but the metric is a percentage; "
                        + $"use 1 to 100");
            }
        });

    public static readonly Rule EAS0649_MetricIsGivenOnce = Rule.Warning("EAS0649", "Scaling metric is given twice")
        .When(MetricName, static service =>
        {
            var seen = new HashSet<(string, string)>();
            foreach (var metric in service.All(MetricName))
            {
                if (metric[MetricName] is { Length: > 0 } name && !seen.Add((name, metric[Service] ?? "")))
                    service.Report(
                        metric.Pointer,
                        $"The metric '{name}' is given twice, and EAS scales by the lower threshold; keep one of them",
                        Fix.Remove);
            }
        });

    public static readonly Rule[] Rules =
        [
            EAS0645_MetricIsComplete, EAS0646_MetricIsKnown, EAS0647_ThresholdIsPositive, EAS0648_PercentageIsInRange,
            EAS0649_MetricIsGivenOnce,
        ];

    public static readonly FeatureType On = new("ScaleOn", "/autoscaler/strategies/@", [Metric, Threshold]) { Arguments = 2 };

    public static readonly FeatureType Strategy = new(
        "ScaleStrategy",
        "/autoscaler/scaleStrategies/*",
        [MetricName, ListedThreshold, Service])
    {
        Arguments = 2,
    };

    /// <summary>The metrics of both forms.</summary>
    public static AddressedFeature[] All(Inspection service) =>
        service.Has(MetricName) ? [.. service.All(Metric), .. service.All(MetricName)] : service.All(Metric);

    /// <summary>What the metric is called.</summary>
    public static string? NameOf(AddressedFeature metric) => metric[Metric] ?? metric[MetricName];

    /// <summary>Where its name stands.</summary>
    public static string Place(AddressedFeature metric) => metric.At(NameSetting(metric));

    private static double? Limit(AddressedFeature metric) => metric[Threshold] ?? metric[ListedThreshold];

    private static StringSetting NameSetting(AddressedFeature metric) => metric.Type.IsMember ? Metric : MetricName;

    private static NumberSetting ThresholdSetting(AddressedFeature metric) => metric.Type.IsMember ? Threshold : ListedThreshold;
}
