namespace EasGen;

/// <summary>Cores and memory of an instance.</summary>
/// <remarks>
/// EAS asks for both on a resource group or a resource quota (the warning EAS0512). A public instance type
/// (<see cref="InstanceTypeAttribute"/>) brings its own cores and memory; cores without any of them are the warning
/// EAS0509.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class CpuResourceAttribute : Attribute
{
    /// <summary>Asks for memory alone, which the property says.</summary>
    public CpuResourceAttribute()
    {
    }

    /// <summary>Asks for cores.</summary>
    /// <param name="cores">Cores of an instance.</param>
    public CpuResourceAttribute(int cores) => Cores = cores;

    /// <summary>
    /// Cores of an instance, 1 or more (EAS0520); with <see cref="BestEffortAttribute"/> the most that it may use. JSON:
    /// <c>metadata.cpu</c>. Source: P, SEED.
    /// </summary>
    public int Cores { get; }

    /// <summary>
    /// Memory of an instance in MB, 1 or more (EAS0520). Unset: not written. JSON: <c>metadata.memory</c>.
    /// Source: P, SEED.
    /// </summary>
    /// <remarks>Less than 256 beside a core, or 1000 cores and more, look like another unit: the warning EAS0521.</remarks>
    public int MemoryMB { get; set; }
}
