namespace EasGen;

/// <summary>Mounts a folder of another image. Repeatable.</summary>
/// <remarks>
/// JSON: an item of <c>storage</c> with <c>image</c>. The files are copied when an instance starts, which costs disk
/// and time.
/// </remarks>
/// <example>
/// <code>
/// [ImageMount("registry-vpc.cn-shanghai.aliyuncs.com/acme/iris-models:1.4", "/models", "/models")]
/// </code>
/// </example>
/// <param name="image">The image with its registry and tag.</param>
/// <param name="path">The folder inside of the image.</param>
/// <param name="mountPath">The folder of the instance at which it appears.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ImageMountAttribute(string image, string path, string mountPath) : Attribute
{
    /// <summary>
    /// The image with its registry and tag; not empty (EAS0460). JSON: <c>storage[].image.image</c>. Source: SDK,
    /// MS25.
    /// </summary>
    public string Image { get; } = image;

    /// <summary>The folder inside of the image. JSON: <c>storage[].image.path</c>. Source: SDK, MS25.</summary>
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
