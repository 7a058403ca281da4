namespace EasGen;

/// <summary>Mounts a model that lies in OSS, and says that it is one. Repeatable.</summary>
/// <remarks>
/// <para>
/// JSON: an item of <c>storage</c> with <c>oss</c> and with <c>model</c> as <c>properties.resource_type</c>, the form of public
/// files that mount the folder of a model.
/// </para>
/// <para>
/// The console shows more: a PAI model of the registry, which one picks by its name and version, and a code build, which one
/// picks by its name. The objects that it writes for both are not documented. Copy the object that the console shows in its
/// JSON editor into <c>[RawSetting("/storage/-", …)]</c>; EasGen keeps it as it is, and <c>easgen check</c> remarks no more
/// than that it cannot check it (the note EAS0110).
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [ModelMount("oss://acme-models/iris/", "/models")]
/// </code>
/// </example>
/// <param name="path">The folder of the model in OSS, <c>oss://bucket/folder/</c>.</param>
/// <param name="mountPath">The folder of the instance at which it appears.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ModelMountAttribute(string path, string mountPath) : Attribute
{
    /// <summary>
    /// The folder in OSS, <c>oss://bucket/folder/</c>; it must name a bucket (EAS0410). JSON:
    /// <c>storage[].oss.path</c>. Source: MS, P, SK.
    /// </summary>
    /// <remarks>No slash at the end is the warning EAS0411, a whole bucket the warning EAS0412.</remarks>
    public string Path { get; } = path;

    /// <summary>
    /// The folder of the instance at which it appears: absolute (EAS0401) and not a folder of the system such as
    /// <c>/</c> or <c>/etc</c> (EAS0403). JSON: <c>storage[].mount_path</c>. Source: MS, SK.
    /// </summary>
    /// <remarks>Two mounts at the same folder, or one inside the other, are reported as EAS0402.</remarks>
    public string MountPath { get; } = mountPath;

    /// <summary>
    /// Whether the service may only read. Default of EAS: <see langword="false"/>. JSON:
    /// <c>storage[].oss.readOnly</c>. Source: MS, P, SK.
    /// </summary>
    public bool ReadOnly { get; set; }

    /// <summary>
    /// The internal OSS endpoint of the region, <c>oss-&lt;region&gt;-internal.aliyuncs.com</c>; any other is the
    /// warning EAS0413. Unset: not written. JSON: <c>storage[].oss.endpoint</c>. Source: MS23, P, SDK.
    /// </summary>
    public string? Endpoint { get; set; }

    /// <summary>
    /// The role of the model, a hint for the console: <c>base</c> was seen. Unset: not written. JSON:
    /// <c>storage[].properties.resource_use</c>. Source: SDK.
    /// </summary>
    public string? ResourceUse { get; set; }
}
