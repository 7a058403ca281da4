namespace EasGen;

/// <summary>Lets EAS add and remove instances by itself, between a least and a most number.</summary>
/// <remarks>
/// What EAS watches, <see cref="ScaleOnAttribute"/> or <see cref="ScaleStrategyAttribute"/> says; neither of them, or
/// both, is the error EAS0644. EAS takes as many instances as the metric divided by its threshold asks for, and the
/// largest number when there are several metrics.
/// </remarks>
/// <example>
/// <code>
/// [Autoscale(1, 10, ScaleDownStabilizationSeconds = 600)]
/// [ScaleOn("qps", 20)]
/// </code>
/// </example>
/// <param name="min">The fewest instances.</param>
/// <param name="max">The most instances.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AutoscaleAttribute(int min, int max) : Attribute
{
    /// <summary>
    /// The fewest instances, 0 or more (EAS0640), and below <see cref="Max"/> (EAS0641). JSON: <c>autoscaler.min</c>.
    /// Source: P, API, AS.
    /// </summary>
    /// <remarks>0 behind a <see cref="DedicatedGatewayAttribute"/> is the error EAS0656.</remarks>
    public int Min { get; } = min;

    /// <summary>
    /// The most instances, 1 to 3000 (EAS0640), and above <see cref="Min"/> (EAS0641). JSON: <c>autoscaler.max</c>.
    /// Source: P, API, AS.
    /// </summary>
    /// <remarks>More than 1000 is the warning EAS0642, because the newer documentation stops there.</remarks>
    public int Max { get; } = max;

    /// <summary>
    /// Seconds for which the metric must stay above its threshold before instances are added, 0 or more (EAS0640).
    /// Default of EAS: 0. JSON: <c>autoscaler.behavior.scaleUp.stabilizationWindowSeconds</c>. Source: API, AS.
    /// </summary>
    public int ScaleUpStabilizationSeconds { get; set; }

    /// <summary>
    /// Seconds for which the metric must stay below its threshold before instances are removed, 0 or more (EAS0640).
    /// Default of EAS: 300. JSON: <c>autoscaler.behavior.scaleDown.stabilizationWindowSeconds</c>. Source: API, AS.
    /// </summary>
    public int ScaleDownStabilizationSeconds { get; set; }

    /// <summary>
    /// Seconds without a request after which the last instance goes, 0 or more (EAS0640); used when <see cref="Min"/> is
    /// 0. Default of EAS: 600. JSON: <c>autoscaler.behavior.onZero.scaleDownGracePeriodSeconds</c>. Source: API.
    /// </summary>
    public int ToZeroAfterSeconds { get; set; }

    /// <summary>
    /// Instances that are created when the first request comes after none was running, 1 or more (EAS0640). Default of
    /// EAS: 1. JSON: <c>autoscaler.behavior.onZero.scaleUpActivationReplicas</c>. Source: API.
    /// </summary>
    public int FromZeroInstances { get; set; }
}
