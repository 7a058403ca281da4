namespace EasGen;

/// <summary>
/// Declares a metric that the program reports itself, for the monitoring and for <see cref="ScaleOnAttribute"/>. Repeatable.
/// </summary>
/// <remarks>
/// <para>
/// JSON: an item of <c>metrics</c>. EAS takes custom metrics of an image and of a custom processor, not of a built-in
/// processor (the warning EAS0668).
/// </para>
/// <para>
/// The program reports by sending <c>[{"name": …, "tags": {…}, "value": …}]</c> to
/// <c>http://localhost:8080/api/builtin/realtime_metrics</c> of its instance with POST. A value is seen within a minute and
/// kept for a week.
/// </para>
/// <para>
/// A service of EasGen.AspNetCore does so by itself, every ten seconds, for the instruments of
/// <c>System.Diagnostics.Metrics</c> with this name: of a counter the growth for each second, of an up-down counter the sum,
/// of a gauge the last value, of a histogram the mean.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [CustomMetric("qps", Tag = "status")]
/// [Autoscale(1, 10)]
/// [ScaleOn("custom[qps]@status[200]", 20)]
/// </code>
/// </example>
/// <param name="name">The name under which the program reports it.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class CustomMetricAttribute(string name) : Attribute
{
    /// <summary>
    /// The name under which the program reports it; not empty, and given once (the warning EAS0667). JSON:
    /// <c>metrics[].name</c>. Source: help page on custom monitoring and scaling metrics (2026).
    /// </summary>
    public string Name { get; } = name;

    /// <summary>
    /// The key of the tag that tells its values apart, such as <c>status</c>. Unset: not written; no tag. JSON:
    /// <c>metrics[].tags</c>. Source: help page on custom monitoring and scaling metrics (2026).
    /// </summary>
    /// <remarks>Scaling by another tag, or by a metric that is not declared, is the warning EAS0669.</remarks>
    public string? Tag { get; set; }
}
