namespace EasGen;

/// <summary>The GPUs of an instance: whole cards, or a share of one card.</summary>
/// <remarks>
/// A share (<see cref="MemoryGB"/>, <see cref="CorePercentage"/>) works on an EAS resource group or a Lingjun resource
/// quota only (EAS0533), and not on the GU series (the warning EAS0537). EAS shares cards only for users on its allow-list.
/// Whole cards and a share together are the error EAS0531.
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

    /// <summary>
    /// Whole cards of an instance, 0 or more (EAS0530); left out for a share of one. JSON: <c>metadata.gpu</c>. Source:
    /// P, GPU.
    /// </summary>
    public int Count { get; }

    /// <summary>
    /// Memory that an instance takes from one card, 1 or more (EAS0530): in GB on types that start with <c>ml</c>, in
    /// GiB on types that start with <c>ecs</c>. Unset: not written. JSON: <c>metadata.gpu_memory</c>.
    /// Source: P, GPU, SEED, SDK.
    /// </summary>
    /// <remarks>Void beside whole cards (EAS0531).</remarks>
    public int MemoryGB { get; set; }

    /// <summary>
    /// Share of one card's compute power in percent, 1 to 100 (EAS0530). Needs <see cref="MemoryGB"/> (EAS0532).
    /// Unset: not written. JSON: <c>metadata.gpu_core_percentage</c>. Source: GPU.
    /// </summary>
    public int CorePercentage { get; set; }

    /// <summary>
    /// The version of the GPU driver, such as <c>550.127.08</c> (the warning EAS0536). Unset: not written. JSON:
    /// <c>features."eas.aliyun.com/gpu-driver-version"</c>, as <c>tesla=550.127.08</c>. Source: P, SK, SEED.
    /// </summary>
    public string? Driver { get; set; }

    /// <summary>
    /// The CUDA version that EAS mounts at <c>/usr/local/cuda</c>: 8.0, 9.0, 10.0, 10.1, 10.2, 11.0, 11.1 or 11.2
    /// (EAS0534); a newer one is the warning EAS0535. Unset: not written. JSON: <c>metadata.cuda</c>. Source: P.
    /// </summary>
    public string? Cuda { get; set; }
}
