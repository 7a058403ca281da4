namespace EasGen;

/// <summary>The EAS resource group, a dedicated pool of machines, that the service runs on.</summary>
/// <remarks>
/// EAS asks for the cores and the memory of an instance on a resource group (<see cref="CpuResourceAttribute"/>, the
/// warning EAS0512). Public instance types stand beside it only with <see cref="Elastic"/>, or in a list in which
/// <c>dedicated_resource</c> names the group itself (EAS0510).
/// </remarks>
/// <example>
/// <code>
/// [ResourceGroup("eas-r-9lkbl2jvdm0puv", Elastic = true)]
/// [CpuResource(4, MemoryMB = 16384)]
/// [InstanceType("ecs.c7.xlarge")]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ResourceGroupAttribute : Attribute
{
    /// <summary>Names no resource group; what is said of public resources alone stands in the properties.</summary>
    public ResourceGroupAttribute()
    {
    }

    /// <summary>Names the resource group.</summary>
    /// <param name="id">The id of the resource group, <c>eas-r-…</c>.</param>
    public ResourceGroupAttribute(string id) => Id = id;

    /// <summary>
    /// The id of the resource group, <c>eas-r-…</c> (EAS0511). JSON: <c>metadata.resource</c>. Source: P, SK.
    /// </summary>
    public string? Id { get; }

    /// <summary>
    /// Whether instances overflow to public resources when the group is full, and leave those first. Needs a resource
    /// group (EAS0513) and instance types to overflow to (the warning EAS0514). Default of EAS:
    /// <see langword="false"/> (inferred). JSON: <c>metadata.resource_burstable</c>. Source: P, SEED.
    /// </summary>
    public bool Elastic { get; set; }

    /// <summary>
    /// Whether EAS probes for free resources of higher priority and moves instances there. Needs more than one kind of
    /// resource (the warning EAS0515). Default of EAS: <see langword="false"/>. JSON:
    /// <c>metadata.resource_rebalancing</c>. Source: P, SEED.
    /// </summary>
    public bool Rebalance { get; set; }
}
