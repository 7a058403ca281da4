namespace EasGen;

/// <summary>Spreads the instances of the service over hosts or zones, so that they do not fail together.</summary>
/// <example>
/// <code>
/// [Spread(SpreadPolicy.Zone)]
/// </code>
/// </example>
/// <param name="policy">What the instances are spread over.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SpreadAttribute(SpreadPolicy policy) : Attribute
{
    /// <summary>
    /// What the instances are spread over: <c>host</c>, <c>zone</c> or <c>default</c> (EAS0630). JSON:
    /// <c>metadata.scheduling.spread.policy</c>. Source: P.
    /// </summary>
    public SpreadPolicy Policy { get; } = policy;
}
