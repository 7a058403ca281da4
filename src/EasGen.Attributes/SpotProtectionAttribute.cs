namespace EasGen;

/// <summary>Says whether spot instances are protected for one hour after their creation.</summary>
/// <remarks>
/// JSON: <c>cloud.computing.disable_spot_protection_period</c>, which says the opposite. EAS asks for the choice when
/// an instance type has a spot price limit (the warning EAS0506); without one it has no effect (the warning EAS0507).
/// </remarks>
/// <param name="enabled">
/// <see langword="true"/>: protected for one hour. <see langword="false"/>: not protected, about 10% cheaper.
/// </param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SpotProtectionAttribute(bool enabled) : Attribute
{
    /// <summary>
    /// <see langword="true"/>: protected for one hour. <see langword="false"/>: not protected, about 10% cheaper.
    /// JSON: <c>cloud.computing.disable_spot_protection_period</c>, inverted. Source: P, PUB.
    /// </summary>
    public bool Enabled { get; } = enabled;
}
