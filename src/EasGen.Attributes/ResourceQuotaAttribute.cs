namespace EasGen;

/// <summary>The resource quota, such as one of Lingjun resources, that the service runs on.</summary>
/// <remarks>
/// EAS asks for the cores and the memory of an instance on a quota (<see cref="CpuResourceAttribute"/>, the warning
/// EAS0512). A resource group or public instance types beside it are the warning EAS0516.
/// </remarks>
/// <example>
/// <code>
/// [ResourceQuota("quota1a2b3c4d5e6", Type = "Lingjun")]
/// [CpuResource(16, MemoryMB = 65536)]
/// </code>
/// </example>
/// <param name="id">The id of the quota, <c>quota…</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ResourceQuotaAttribute(string id) : Attribute
{
    /// <summary>
    /// The id of the quota, <c>quota…</c>. JSON: <c>metadata.quota_id</c>. Source: SK, 3P-027 (seen in public files
    /// only).
    /// </summary>
    public string Id { get; } = id;

    /// <summary>
    /// The kind of the quota; <c>Lingjun</c> was seen. Unset: not written. JSON: <c>metadata.quota_type</c>. Source:
    /// 3P-027 (seen in public files only).
    /// </summary>
    public string? Type { get; set; }

    /// <summary>
    /// The priority of the service in the queue of the quota; 5 was seen. Unset: not written. JSON:
    /// <c>options.priority</c>. Source: 3P-027 (seen in public files only).
    /// </summary>
    public int Priority { get; set; }
}
