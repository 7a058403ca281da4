namespace EasGen;

/// <summary>Mounts a folder of a CPFS file system for Lingjun. Repeatable.</summary>
/// <remarks>
/// JSON: an item of <c>storage</c> with <c>cpfs</c>. Only a service on a Lingjun resource quota can mount one
/// (EAS0430), and it needs the VPC of the file system (the warning EAS0422). Another form, an NFS mount whose server is
/// <c>cpfs-….cpfs.aliyuncs.com</c>, is a <see cref="NasMountAttribute"/>.
/// </remarks>
/// <example>
/// <code>
/// [CpfsMount("cpfs-0123456789", "/models", "/models")]
/// </code>
/// </example>
/// <param name="fileSystemId">The id of the file system.</param>
/// <param name="path">The folder of the file system.</param>
/// <param name="mountPath">The folder of the instance at which it appears.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class CpfsMountAttribute(string fileSystemId, string path, string mountPath) : Attribute
{
    /// <summary>
    /// The id of the file system; not empty (the warning EAS0431). JSON: <c>storage[].cpfs.file_system_id</c>. Source: 3P-027
    /// (seen in public files only).
    /// </summary>
    public string FileSystemId { get; } = fileSystemId;

    /// <summary>
    /// The folder of the file system. JSON: <c>storage[].cpfs.path</c>. Source: 3P-027 (seen in public files only).
    /// </summary>
    public string Path { get; } = path;

    /// <summary>
    /// The folder of the instance at which it appears: absolute (EAS0401) and not a folder of the system such as
    /// <c>/</c> or <c>/etc</c> (EAS0403). JSON: <c>storage[].mount_path</c>. Source: MS, SK.
    /// </summary>
    /// <remarks>Two mounts at the same folder, or one inside the other, are reported as EAS0402.</remarks>
    public string MountPath { get; } = mountPath;

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
