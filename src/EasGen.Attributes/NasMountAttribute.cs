namespace EasGen;

/// <summary>Mounts a folder of a NAS file system. Repeatable.</summary>
/// <remarks>
/// JSON: an item of <c>storage</c> with <c>nfs</c>. The file system must be in the region of the service, and the
/// service in its VPC (the warning EAS0422).
/// </remarks>
/// <example>
/// <code>
/// [NasMount("xxx.cn-shanghai.nas.aliyuncs.com", "/models", "/models", ReadOnly = true)]
/// </code>
/// </example>
/// <param name="server">The mount target of the file system.</param>
/// <param name="path">The folder of the file system.</param>
/// <param name="mountPath">The folder of the instance at which it appears.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class NasMountAttribute(string server, string path, string mountPath) : Attribute
{
    /// <summary>
    /// The mount target of the file system, such as <c>xxx.cn-shanghai.nas.aliyuncs.com</c>; not empty (EAS0420).
    /// JSON: <c>storage[].nfs.server</c>. Source: MS, SK, SDK.
    /// </summary>
    public string Server { get; } = server;

    /// <summary>
    /// The folder of the file system, <c>/</c> for all of it; not empty (the warning EAS0421). JSON: <c>storage[].nfs.path</c>.
    /// Source: MS, SK, SDK.
    /// </summary>
    public string Path { get; } = path;

    /// <summary>
    /// The folder of the instance at which it appears: absolute (EAS0401) and not a folder of the system such as
    /// <c>/</c> or <c>/etc</c> (EAS0403). JSON: <c>storage[].mount_path</c>. Source: MS, SK.
    /// </summary>
    /// <remarks>Two mounts at the same folder, or one inside the other, are reported as EAS0402.</remarks>
    public string MountPath { get; } = mountPath;

    /// <summary>
    /// Whether the service may only read. Default of EAS: <see langword="false"/>. JSON:
    /// <c>storage[].nfs.readOnly</c>. Source: MS, SK, SDK.
    /// </summary>
    public bool ReadOnly { get; set; }

    /// <summary>
    /// A resource group; only one source names this key. Unset: not written. JSON:
    /// <c>storage[].nfs.resourceGroup</c>. Source: SK.
    /// </summary>
    public string? ResourceGroup { get; set; }

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
