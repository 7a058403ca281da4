namespace EasGen;

/// <summary>The memory that the processes of an instance share, at <c>/dev/shm</c>.</summary>
/// <remarks>A mount at <c>/dev/shm</c> says the same in another way; both together are the warning EAS0551.</remarks>
/// <param name="sizeGB">The size in GB, 1 or more.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SharedMemoryAttribute(int sizeGB) : Attribute
{
    /// <summary>
    /// The size in GB, 1 or more (EAS0550). JSON: <c>metadata.shm_size</c>. Source: P, SEED, SK.
    /// </summary>
    public int SizeGB { get; } = sizeGB;
}
