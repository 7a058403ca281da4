namespace EasGen;

/// <summary>Cores and memory of an instance.</summary>
/// <remarks>
/// Needed on an EAS resource group or a resource quota. A public instance type (<see cref="InstanceTypeAttribute"/>)
/// brings its own cores and memory; cores and memory without one are the warning EAS0509.
/// </remarks>
/// <param name="cores">Cores of an instance.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class CpuResourceAttribute(int cores) : Attribute
{
    /// <summary>Cores of an instance, 1 or more (EAS0520). JSON: <c>metadata.cpu</c>.</summary>
    public int Cores { get; } = cores;

    /// <summary>
    /// Memory of an instance in MB, 1 or more (EAS0520). Unset: not written. JSON: <c>metadata.memory</c>.
    /// </summary>
    public int MemoryMB { get; set; }
}
