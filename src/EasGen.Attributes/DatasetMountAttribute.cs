namespace EasGen;

/// <summary>Mounts a custom dataset of PAI. Repeatable.</summary>
/// <remarks>JSON: an item of <c>storage</c> with <c>dataset</c>. The dataset must lie in OSS.</remarks>
/// <example>
/// <code>
/// [DatasetMount("d-0123456789", "/data", Version = "v1")]
/// </code>
/// </example>
/// <param name="id">The id of the dataset, <c>d-…</c>.</param>
/// <param name="mountPath">The folder of the instance at which it appears.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DatasetMountAttribute(string id, string mountPath) : Attribute
{
    /// <summary>
    /// The id of the dataset, <c>d-…</c>; not empty (EAS0450). JSON: <c>storage[].dataset.id</c>. Source: SK, TER.
    /// </summary>
    public string Id { get; } = id;

    /// <summary>
    /// The folder of the instance at which it appears: absolute (EAS0401) and not a folder of the system such as
    /// <c>/</c> or <c>/etc</c> (EAS0403). JSON: <c>storage[].mount_path</c>. Source: MS, SK.
    /// </summary>
    /// <remarks>Two mounts at the same folder, or one inside the other, are reported as EAS0402.</remarks>
    public string MountPath { get; } = mountPath;

    /// <summary>
    /// The version of the dataset, such as <c>v1</c>. Unset: not written. JSON: <c>storage[].dataset.version</c>.
    /// Source: SK, TER.
    /// </summary>
    public string? Version { get; set; }

    /// <summary>
    /// Whether the service may only read. Default of EAS: <see langword="true"/>. JSON:
    /// <c>storage[].dataset.read_only</c>. Source: SK, TER.
    /// </summary>
    public bool ReadOnly { get; set; }

    /// <summary>
    /// What the mount holds, a hint for the console: <c>model</c> and <c>code</c> were seen. Unset: not written.
    /// JSON: <c>storage[].properties.resource_type</c>. Source: SDW, API, TER.
    /// </summary>
    public string? ResourceType { get; set; }

    /// <summary>
    /// The role of what the mount holds, a hint for the console: <c>base</c> was seen. Unset: not written. JSON:
    /// <c>storage[].properties.resource_use</c>. Source: SDK.
    /// </summary>
    public string? ResourceUse { get; set; }
}
