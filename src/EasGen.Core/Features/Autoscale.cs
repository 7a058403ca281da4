namespace EasGen.Core.Features;

/// <summary>Between how many instances EAS scales, and how long it waits. What it watches, <see cref="ScalingMetric"/> says.</summary>
internal static class Autoscale
{
    // The limit of today's documentation; the older one bounds the setting.
    private const int UsualMost = 1000;

    private static readonly Dictionary<string, string> SnakeCase = new(StringComparer.Ordinal)
    {
        ["min_replica"] = "min",
        ["max_replica"] = "max",
        ["scale_strategies"] = "scaleStrategies",
        ["metric_name"] = "metricName",
    };

    public static readonly IntegerSetting Min = new("Min", "autoscaler/min") { Minimum = 0 };
    public static readonly IntegerSetting Max = new("Max", "autoscaler/max") { Minimum = 1, Maximum = 3000, AdvisedMaximum = UsualMost };
    public static readonly IntegerSetting ScaleUpStabilizationSeconds = new(
        "ScaleUpStabilizationSeconds",
        "autoscaler/behavior/scaleUp/stabilizationWindowSeconds")
    {
        Minimum = 0,
    };
    public static readonly IntegerSetting ScaleDownStabilizationSeconds = new(
        "ScaleDownStabilizationSeconds",
        "autoscaler/behavior/scaleDown/stabilizationWindowSeconds")
    {
        Minimum = 0,
    };
    public static readonly IntegerSetting ToZeroAfterSeconds = new(
        "ToZeroAfterSeconds",
        "autoscaler/behavior/onZero/scaleDownGracePeriodSeconds")
    {
        Minimum = 0,
    };
    public static readonly IntegerSetting FromZeroInstances = new(
        "FromZeroInstances",
        "autoscaler/behavior/onZero/scaleUpActivationReplicas")
    {
        Minimum = 1,
    };

    public static readonly Rule EAS0640_NumberIsInRange = Rule.Error("EAS0640", "Autoscaling number is out of range")
        .Bounds(Min, Max, ScaleUpStabilizationSeconds, ScaleDownStabilizationSeconds, ToZeroAfterSeconds, FromZeroInstances);

    public static readonly Rule EAS0641_MinIsBelowMax = Rule.Error("EAS0641", "Autoscaling minimum is not below its maximum")
        .When(Min, static service =>
        {
            if (service.One(Min) is { } scaling && scaling[Min] is { } min && scaling[Max] is { } max && min >= max)
                service.Report(scaling.At(Max), $"Autoscaling from {min} to {max} leaves no room; set {Max} above {Min}");
        });

    public static readonly Rule EAS0642_MaxIsUsual = Rule.Warning("EAS0642", "Autoscaling goes beyond a limit that sources disagree about")
        .When(Max, static service =>
        {
            if (service.One(Max) is { } scaling && scaling[Max] is { } max and > UsualMost and <= 3000)
                service.Report(
                    scaling.At(Max),
                    $"{Max} is {max}, which only older documentation allows; use {UsualMost} or less",
                    scaling[Min] < UsualMost ? Fix.Use(UsualMost) : null);
        });

    public static readonly Rule EAS0643_LimitsAreGiven = Rule.Error("EAS0643", "Autoscaling lacks its limits")
        .When(static service =>
        {
            // What EAS ignores has a rule of its own.
            if (Ignored(service).Any())
                return;
            if (service.One(Min) is not { } scaling)
            {
                if (ScalingMetric.All(service).FirstOrDefault() is { Feature: not null } metric)
                    service.Report(
                        metric.Pointer,
                        $"The metric has no effect without limits; "
                        + $"add {FeatureType!} with the minimum and the maximum number of instances");
                return;
            }
            foreach (var setting in new[] { Min, Max })
            {
                if (scaling[setting] is null)
                    service.Report(
                        scaling.At(setting),
                        $"Autoscaling has no {setting}; set the minimum and the maximum number of instances");
            }
        });

    public static readonly Rule EAS0644_MetricsHaveOneForm = Rule.Error("EAS0644", "Autoscaling has no metric or two lists of them")
        .When(static service =>
        {
            if (service.Has(ScalingMetric.Metric) && service.One(ScalingMetric.MetricName) is { } other)
                service.Report(
                    other.Pointer,
                    $"The metrics are in two lists, {Strategies} and {ScaleStrategies}, but EAS reads only one; keep one of them");
            else if (service.One(Min) is { } scaling && ScalingMetric.All(service).Length == 0 && !Ignored(service).Any())
                service.Report(
                    scaling.At(Min),
                    $"Autoscaling has no metric; add {ScalingMetric.On} with a metric and its threshold, such as qps and 10");
        });

    public static readonly Rule EAS0655_KeyIsCamelCase = Rule.Error("EAS0655", "Autoscaling key is ignored")
        .When(static service =>
        {
            foreach (var raw in Ignored(service))
            {
                var key = JsonPointer.Last(raw.Pointer);
                service.Report(raw.Pointer, $"EAS ignores '{key}'; write it as '{SnakeCase[key]}'");
            }
        });

    public static readonly Rule EAS0656_GatewayKeepsOne = Rule.Error("EAS0656", "Autoscaling to zero with a dedicated gateway")
        .When(Min, static service =>
        {
            if (service.One(Min) is { } scaling && scaling[Min] is 0 && DedicatedGateway.Chosen(service) is { } gateway)
                service.Report(
                    scaling.At(Min),
                    $"{Min} is 0, which EAS does not allow with the dedicated gateway '{gateway[DedicatedGateway.Id]}'; "
                    + $"set it to 1 or more",
                    scaling[Max] > 1 ? Fix.Use(1) : null);
        });

    public static readonly FeatureType FeatureType = new(
        "Autoscale",
        "",
        [Min, Max, ScaleUpStabilizationSeconds, ScaleDownStabilizationSeconds, ToZeroAfterSeconds, FromZeroInstances])
    {
        Arguments = 2,
    };

    public static readonly Rule[] Rules =
    [
        EAS0640_NumberIsInRange, EAS0641_MinIsBelowMax, EAS0642_MaxIsUsual, EAS0643_LimitsAreGiven,
        EAS0644_MetricsHaveOneForm, EAS0655_KeyIsCamelCase, EAS0656_GatewayKeepsOne,
    ];

    private static Wording Strategies => new("ScaleOn (strategies)", ScalingMetric.On.JsonPlace);
    private static Wording ScaleStrategies => new("ScaleStrategy (scaleStrategies)", ScalingMetric.Strategy.JsonPlace);

    private static IEnumerable<AddressedFeature> Ignored(Inspection service) => service.All(RawSetting.Pointer)
        .Where(static raw =>
            raw.Pointer.StartsWith("/autoscaler/", StringComparison.Ordinal)
                && SnakeCase.ContainsKey(JsonPointer.Last(raw.Pointer)));
}
