namespace EasGen;

/// <summary>
/// A metric by which <see cref="AutoscaleAttribute"/> scales, in the form of the API, which can name another service.
/// Repeatable.
/// </summary>
/// <remarks>
/// JSON: an item of <c>autoscaler.scaleStrategies</c>. Without <see cref="AutoscaleAttribute"/> it is the error EAS0643.
/// The shorter form is <see cref="ScaleOnAttribute"/>; EAS takes one of the two (EAS0644).
/// </remarks>
/// <example>
/// <code>
/// [Autoscale(1, 10)]
/// [ScaleStrategy("qps", 20, Service = "iris_gateway")]
/// </code>
/// </example>
/// <param name="metricName">The metric, such as <c>qps</c>.</param>
/// <param name="threshold">The value for each instance above which EAS adds one.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ScaleStrategyAttribute(string metricName, double threshold) : Attribute
{
    /// <summary>
    /// The metric; not empty (EAS0645): <c>qps</c>, <c>cpu</c>, <c>gpu[util]</c>, <c>gpu</c> or <c>memory</c>. JSON:
    /// <c>autoscaler.scaleStrategies[].metricName</c>. Source: API, SK.
    /// </summary>
    /// <remarks>Another metric is the warning EAS0646; the same one twice for one service is the warning EAS0649.</remarks>
    public string MetricName { get; } = metricName;

    /// <summary>
    /// The value for each instance above which EAS adds one, above 0 (EAS0647); for <c>cpu</c> and <c>gpu[util]</c> in
    /// percent, 1 to 100 (the warning EAS0648). JSON: <c>autoscaler.scaleStrategies[].threshold</c>. Source: API.
    /// </summary>
    public double Threshold { get; } = threshold;

    /// <summary>
    /// The service whose metric counts. Default of EAS: this service. JSON:
    /// <c>autoscaler.scaleStrategies[].service</c>. Source: API.
    /// </summary>
    public string? Service { get; set; }
}
