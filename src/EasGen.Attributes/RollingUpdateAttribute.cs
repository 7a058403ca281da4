namespace EasGen;

/// <summary>How many instances an update may add and take away at a time.</summary>
/// <remarks>
/// New instances start first; their probes must pass before old ones stop. Both amounts at 0 are the error EAS0612.
/// <see cref="MaxSurge"/> at 0 alone is the warning EAS0613.
/// </remarks>
/// <example>
/// <code>
/// [RollingUpdate(MaxSurge = "10%", MaxUnavailable = "0")]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RollingUpdateAttribute : Attribute
{
    /// <summary>
    /// The most instances that an update adds: a count such as <c>"1"</c>, or a share of the instances such as
    /// <c>"10%"</c> (EAS0610). Default of EAS: 2%, at least 1. JSON: <c>metadata.rolling_strategy.max_surge</c>.
    /// Source: P, SEED, RU.
    /// </summary>
    public string? MaxSurge { get; set; }

    /// <summary>
    /// The most instances that may be missing during an update: a count such as <c>"1"</c>, or a share of the instances
    /// such as <c>"10%"</c> (EAS0611; the share is inferred). Default of EAS: 0 on public resources, 1 on a dedicated
    /// resource group. JSON: <c>metadata.rolling_strategy.max_unavailable</c>. Source: P, SEED, RU.
    /// </summary>
    /// <remarks>
    /// As many as there are instances is the warning EAS0614. On a dedicated group with an elastic pool EAS assumes 0 for
    /// services created since 2025-09-01. Sources disagree in details, so set it where it matters.
    /// </remarks>
    public string? MaxUnavailable { get; set; }
}
