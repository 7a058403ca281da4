namespace EasGen;

/// <summary>The size of the system disk of an instance as a whole. 30 GiB are free of charge.</summary>
/// <remarks>
/// It is emptied when the instance restarts or is updated. <see cref="ExtraDiskAttribute"/> says the same as an
/// addition; both together are the warning EAS0543. Either of them on a resource quota, or on a resource group without
/// an elastic pool, is the warning EAS0544.
/// </remarks>
/// <param name="sizeGB">The size in GiB, 1 to 2000.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SystemDiskAttribute(int sizeGB) : Attribute
{
    /// <summary>
    /// The size of the whole disk (inferred) in GiB, 1 to 2000 (EAS0541). JSON: <c>metadata.disk</c>, with the unit:
    /// <c>"40Gi"</c>. Source: PUB, SK.
    /// </summary>
    public int SizeGB { get; } = sizeGB;
}
