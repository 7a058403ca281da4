namespace EasGen;

/// <summary>Mounts the code of a Git repository, read-only. Repeatable.</summary>
/// <remarks>
/// JSON: an item of <c>storage</c> with <c>git</c>. The code is pulled when an instance starts; restart the service
/// to refresh it.
/// </remarks>
/// <example>
/// <code>
/// [GitMount("https://github.com/acme/iris.git", "/code", Branch = "release")]
/// </code>
/// </example>
/// <param name="repository">The HTTPS address of the repository.</param>
/// <param name="mountPath">The folder of the instance at which it appears.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GitMountAttribute(string repository, string mountPath) : Attribute
{
    /// <summary>
    /// The address of the repository, which starts with <c>https://</c> (EAS0440, EAS0441). JSON:
    /// <c>storage[].git.repo</c>. Source: MS23, SK.
    /// </summary>
    public string Repository { get; } = repository;

    /// <summary>
    /// The folder of the instance at which it appears: absolute (EAS0401) and not a folder of the system such as
    /// <c>/</c> or <c>/etc</c> (EAS0403). JSON: <c>storage[].mount_path</c>. Source: MS, SK.
    /// </summary>
    /// <remarks>Two mounts at the same folder, or one inside the other, are reported as EAS0402.</remarks>
    public string MountPath { get; } = mountPath;

    /// <summary>
    /// The branch. Default of EAS: <c>master</c>. JSON: <c>storage[].git.branch</c>. Source: MS23, SK.
    /// </summary>
    public string? Branch { get; set; }

    /// <summary>
    /// The commit. Unset: the newest of the branch. JSON: <c>storage[].git.commit</c>. Source: MS23, SK.
    /// </summary>
    public string? Commit { get; set; }

    /// <summary>
    /// The name of the user, for a private repository. Unset: not written. JSON: <c>storage[].git.username</c>.
    /// Source: MS23, SK.
    /// </summary>
    public string? User { get; set; }

    /// <summary>
    /// The password or access token of the user. Unset: not written. JSON: <c>storage[].git.password</c>. Source:
    /// MS23, SK.
    /// </summary>
    /// <remarks>
    /// In clear text it is the warning EAS0018; write <c>${GIT_PASSWORD}</c> and fill it in at deployment.
    /// </remarks>
    public string? Password { get; set; }

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
