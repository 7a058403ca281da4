namespace EasGen;

/// <summary>
/// Mounts a second, read-only and faster way to the files of another mount, which idle memory keeps. Repeatable.
/// </summary>
/// <remarks>
/// JSON: an item of <c>storage</c> with <c>cache</c>. The form was seen in one public file only; see
/// <see cref="MemoryCacheAttribute"/> for the switch.
/// </remarks>
/// <example>
/// <code>
/// [OssMount("oss://acme-models/iris/", "/models")]
/// [CacheMount("/models", "/models_fast", CapacityGB = 200)]
/// </code>
/// </example>
/// <param name="path">The mount path of the other mount, or a folder in it.</param>
/// <param name="mountPath">The folder of the instance at which the files appear a second time.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class CacheMountAttribute(string path, string mountPath) : Attribute
{
    /// <summary>
    /// The mount path of the other mount, or a folder in it; not empty (the warning EAS0480). JSON: <c>storage[].cache.path</c>.
    /// Source: MC, 3P (seen in public files only).
    /// </summary>
    /// <remarks>A folder that no other mount has is the warning EAS0482.</remarks>
    public string Path { get; } = path;

    /// <summary>
    /// The folder of the instance at which it appears: absolute (EAS0401) and not a folder of the system such as
    /// <c>/</c> or <c>/etc</c> (EAS0403). JSON: <c>storage[].mount_path</c>. Source: MS, SK.
    /// </summary>
    /// <remarks>Two mounts at the same folder, or one inside the other, are reported as EAS0402.</remarks>
    public string MountPath { get; } = mountPath;

    /// <summary>
    /// How much the memory may keep, in GB, 1 or more (EAS0481). Unset: not written. JSON:
    /// <c>storage[].cache.capacity</c>. Source: MC, 3P (seen in public files only).
    /// </summary>
    public int CapacityGB { get; set; }

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
