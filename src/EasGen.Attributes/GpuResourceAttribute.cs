namespace EasGen;

/// <summary>The GPUs of an instance: whole cards, or a share of one card.</summary>
/// <remarks>
/// A share (<see cref="MemoryGB"/>, <see cref="CorePercentage"/>) works on an EAS resource group or a Lingjun resource
/// quota only. Whole cards and a share together are the error EAS0531.
/// </remarks>
/// <example>
/// <code>
/// [GpuResource(2)]                                   // two whole cards
/// [GpuResource(MemoryGB = 8, CorePercentage = 50)]   // a share of one card
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class GpuResourceAttribute : Attribute
{
    /// <summary>Asks for a share of one card, which the properties describe.</summary>
    public GpuResourceAttribute()
    {
    }

    /// <summary>Asks for whole cards.</summary>
    /// <param name="count">Whole cards of an instance, 0 or more.</param>
    public GpuResourceAttribute(int count) => Count = count;

    /// <summary>Whole cards of an instance, 0 or more (EAS0530). Unset: not written. JSON: <c>metadata.gpu</c>.</summary>
    public int Count { get; }

    /// <summary>
    /// Memory that an instance takes from one card, 1 or more (EAS0530): in GB on types that start with <c>ml</c>, in
    /// GiB on types that start with <c>ecs</c>. Unset: not written. JSON: <c>metadata.gpu_memory</c>.
    /// </summary>
    /// <remarks>Void beside whole cards (EAS0531).</remarks>
    public int MemoryGB { get; set; }

    /// <summary>
    /// Share of one card's compute power in percent, 1 to 100 (EAS0530). Needs <see cref="MemoryGB"/> (EAS0532).
    /// Unset: not written. JSON: <c>metadata.gpu_core_percentage</c>.
    /// </summary>
    public int CorePercentage { get; set; }
}
