namespace EasGen;

/// <summary>What the system disk of an instance has beyond the free 30 GiB.</summary>
/// <remarks>
/// The older form of <see cref="SystemDiskAttribute"/>: 20 here are 50 there. Both together are the warning EAS0543.
/// Either of them on a resource quota, or on a resource group without an elastic pool, is the warning EAS0544.
/// </remarks>
/// <param name="sizeGB">The additional size in GiB, 0 to 2000.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ExtraDiskAttribute(int sizeGB) : Attribute
{
    /// <summary>
    /// The size in GiB beyond the free 30, 0 to 2000 (EAS0542). JSON:
    /// <c>features."eas.aliyun.com/extra-ephemeral-storage"</c>, with the unit: <c>"20Gi"</c>. Source: P, SDK, SEED.
    /// </summary>
    public int SizeGB { get; } = sizeGB;
}
