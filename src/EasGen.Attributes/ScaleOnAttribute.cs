namespace EasGen;

/// <summary>A metric by which <see cref="AutoscaleAttribute"/> scales, and its threshold. Repeatable.</summary>
/// <remarks>
/// JSON: a member of <c>autoscaler.strategies</c>. Without <see cref="AutoscaleAttribute"/> it is the error EAS0643. The
/// list that the API takes, <see cref="ScaleStrategyAttribute"/>, says the same; EAS takes one of the two (EAS0644).
/// </remarks>
/// <example>
/// <code>
/// [Autoscale(1, 10)]
/// [ScaleOn("qps", 20)]
/// [ScaleOn("cpu", 70)]
/// </code>
/// </example>
/// <param name="metric">The metric, such as <c>qps</c>.</param>
/// <param name="threshold">The value for each instance above which EAS adds one.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ScaleOnAttribute(string metric, double threshold) : Attribute
{
    /// <summary>
    /// The metric; not empty (EAS0645): <c>qps</c>, <c>qps1k</c> (a thousand times the requests per second, for
    /// fractions), <c>cpu</c>, <c>gpu[util]</c>, <c>memory</c>, <c>avg_waiting_length</c> of a queue, or
    /// <c>custom[name]@tag[value]</c> for a <see cref="CustomMetricAttribute"/>. JSON: the key of
    /// <c>autoscaler.strategies.*</c>. Source: P, AS, EJ, API.
    /// </summary>
    /// <remarks>
    /// Another metric is the warning EAS0646, a custom one that is not declared EAS0669; one that is given twice is the error
    /// EAS0003.
    /// </remarks>
    public string Metric { get; } = metric;

    /// <summary>
    /// The value for each instance above which EAS adds one, above 0 (EAS0647); for <c>cpu</c> and <c>gpu[util]</c> in
    /// percent, 1 to 100 (the warning EAS0648). JSON: <c>autoscaler.strategies.*</c>. Source: P, API.
    /// </summary>
    public double Threshold { get; } = threshold;
}
