namespace EasGen;

/// <summary>Mounts a folder of an OSS bucket. Repeatable.</summary>
/// <remarks>JSON: an item of <c>storage</c> with <c>oss</c>. The bucket must be in the region of the service.</remarks>
/// <example>
/// <code>
/// [OssMount("oss://acme-models/iris/", "/models", ReadOnly = true)]
/// </code>
/// </example>
/// <param name="path">The folder in OSS, <c>oss://bucket/folder/</c>.</param>
/// <param name="mountPath">The folder of the instance at which it appears.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class OssMountAttribute(string path, string mountPath) : Attribute
{
    /// <summary>
    /// The folder in OSS, <c>oss://bucket/folder/</c>; it must name a bucket (EAS0410). JSON:
    /// <c>storage[].oss.path</c>.
    /// </summary>
    /// <remarks>
    /// No slash at the end is the warning EAS0411, a whole bucket the warning EAS0412.
    /// </remarks>
    public string Path { get; } = path;

    /// <summary>
    /// The folder of the instance at which it appears: absolute (EAS0401) and not a folder of the system such as
    /// <c>/</c> or <c>/etc</c> (EAS0403). JSON: <c>storage[].mount_path</c>.
    /// </summary>
    /// <remarks>Two mounts at the same folder, or one inside the other, are reported as EAS0402.</remarks>
    public string MountPath { get; } = mountPath;

    /// <summary>
    /// Whether the service may only read. Default of EAS: <see langword="false"/>. JSON:
    /// <c>storage[].oss.readOnly</c>.
    /// </summary>
    public bool ReadOnly { get; set; }

    /// <summary>
    /// The internal OSS endpoint, <c>oss-&lt;region&gt;-internal.aliyuncs.com</c>. Unset: not written. JSON:
    /// <c>storage[].oss.endpoint</c>.
    /// </summary>
    public string? Endpoint { get; set; }
}
