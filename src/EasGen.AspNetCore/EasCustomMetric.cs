namespace EasGen.AspNetCore;

/// <summary>A metric that the service reports to EAS, for its monitoring and its scaling (an item of <c>metrics</c>).</summary>
/// <param name="Name">
/// The name of the metric (<c>metrics[].name</c>), and of the instruments of <see cref="System.Diagnostics.Metrics"/> that
/// measure it.
/// </param>
public sealed record EasCustomMetric(string Name)
{
    /// <summary>
    /// The key of the tag that tells its values apart (<c>metrics[].tags</c>), as the instruments record it.
    /// <see langword="null"/>, the default: one value for all.
    /// </summary>
    public string? Tag { get; init; }
}
