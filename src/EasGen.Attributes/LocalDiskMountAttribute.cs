namespace EasGen;

/// <summary>Mounts an empty folder of the instance's own disk, or of its memory. Repeatable.</summary>
/// <remarks>
/// JSON: an item of <c>storage</c> with <c>empty_dir</c>. What is in the folder outlives a restart of the container,
/// not one of the instance. In memory at <c>/dev/shm</c> it is the shared memory of the instance.
/// </remarks>
/// <example>
/// <code>
/// [LocalDiskMount("/dev/shm", Medium = "memory", SizeLimitGB = 16)]
/// </code>
/// </example>
/// <param name="mountPath">The folder of the instance at which it appears.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class LocalDiskMountAttribute(string mountPath) : Attribute
{
    /// <summary>
    /// The folder of the instance at which it appears: absolute (EAS0401) and not a folder of the system such as
    /// <c>/</c> or <c>/etc</c> (EAS0403). JSON: <c>storage[].mount_path</c>. Source: MS, SK.
    /// </summary>
    /// <remarks>Two mounts at the same folder, or one inside the other, are reported as EAS0402.</remarks>
    public string MountPath { get; } = mountPath;

    /// <summary>
    /// Where the folder lies: <c>memory</c> (EAS0470). Unset: on the disk. JSON: <c>storage[].empty_dir.medium</c>.
    /// Source: SK, SDK.
    /// </summary>
    public string? Medium { get; set; }

    /// <summary>
    /// The most that the folder may hold, in GB, 1 or more (EAS0471). Unset: not written. JSON:
    /// <c>storage[].empty_dir.size_limit</c>. Source: SK, SDK.
    /// </summary>
    public int SizeLimitGB { get; set; }

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
