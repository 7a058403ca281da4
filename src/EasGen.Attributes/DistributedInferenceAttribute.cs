namespace EasGen;

/// <summary>Makes an instance a unit of several machines that serve one model together.</summary>
/// <remarks>
/// <see cref="EasServiceAttribute.Instances"/> then counts units (inferred). Only the first machine of a unit takes
/// requests. EAS sets <c>RANK_ID</c>, <c>RANK_IP</c>, <c>MASTER_ADDRESS</c> and <c>COMM_IFNAME</c> in each.
/// </remarks>
/// <example>
/// <code>
/// [DistributedInference(2, Rdma = 1)]
/// [ResourceQuota("quota1a2b3c", Type = "Lingjun")]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class DistributedInferenceAttribute : Attribute
{
    /// <summary>Leaves the number of machines to EAS.</summary>
    public DistributedInferenceAttribute()
    {
    }

    /// <summary>Sets the number of machines.</summary>
    /// <param name="machines">Machines of an instance.</param>
    public DistributedInferenceAttribute(int machines) => Machines = machines;

    /// <summary>
    /// Machines of an instance, 2 or more; less than 1 is the error EAS0660, 1 the warning EAS0661 (both inferred). JSON:
    /// <c>unit.size</c>. Source: P, DI.
    /// </summary>
    public int Machines { get; }

    /// <summary>
    /// Whether the machines talk over RDMA, which Lingjun resources have: 1 for on, 0 for off; not negative (EAS0660).
    /// Default of EAS: 0. JSON: <c>metadata.rdma</c>. Source: P, SK.
    /// </summary>
    /// <remarks>
    /// More than 1 is the warning EAS0662, because one source reads it as a number of network cards. RDMA without a Lingjun
    /// quota (<see cref="ResourceQuotaAttribute"/>) is the warning EAS0664.
    /// </remarks>
    public int Rdma { get; set; }

    /// <summary>
    /// The master that checks the machines and replaces failed ones, as a JSON object in its text; its keys are not
    /// documented. Unset: not written. JSON: <c>aimaster</c>. Source: P.
    /// </summary>
    public string? Master { get; set; }
}
