namespace EasGen;

/// <summary>
/// An instance type of the public resources. Repeatable, at most five times (EAS0501); the order is the order in which
/// EAS tries them.
/// </summary>
/// <remarks>
/// JSON: an item of <c>cloud.computing.instances</c>. EAS tries the next type when a bid fails or the stock is out. A
/// service that does not say what it runs on is the error EAS0508. In a list beside a
/// <see cref="ResourceGroupAttribute"/> <c>dedicated_resource</c> is the group itself.
/// </remarks>
/// <example>
/// <code>
/// [InstanceType("ecs.c7.xlarge", SpotPriceLimit = 0.3)]
/// [InstanceType("ecs.c7.large")]
/// [SpotProtection(true)]
/// </code>
/// </example>
/// <param name="type">The instance type, such as <c>ecs.c7.large</c> or <c>ml.gu7i.c16m60.1-gu30</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class InstanceTypeAttribute(string type) : Attribute
{
    /// <summary>
    /// The instance type, <c>ecs.…</c> or <c>ml.…</c>; not empty (EAS0502). JSON:
    /// <c>cloud.computing.instances[].type</c>. Source: P, PUB, SEED.
    /// </summary>
    /// <remarks>
    /// A size that is not known is the warning EAS0517, and a region without public resources EAS0518. A type without a GPU
    /// under an image that needs one is EAS0538.
    /// </remarks>
    public string Type { get; } = type;

    /// <summary>
    /// The highest price for an hour, above 0 (EAS0503), in USD on the international site and in CNY on the China site
    /// (inferred). Set: a spot instance. Unset: a regular pay-as-you-go instance. JSON:
    /// <c>cloud.computing.instances[].spot_price_limit</c>. Source: P, PUB.
    /// </summary>
    /// <remarks>
    /// Spot instances need a <see cref="SpotProtectionAttribute"/> (the warning EAS0506) and at least one regular type
    /// beside them (the warning EAS0505).
    /// </remarks>
    public double SpotPriceLimit { get; set; }

    /// <summary>
    /// The most instances of this type: a count such as <c>"200"</c>, or a share of all instances such as <c>"50%"</c>
    /// (EAS0504). Default of EAS: no limit. JSON: <c>cloud.computing.instances[].capacity</c>.
    /// Source: P.
    /// </summary>
    public string? Capacity { get; set; }
}
