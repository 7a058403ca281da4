namespace EasGen;

/// <summary>Python packages that are installed before a container starts. Repeatable: once for each container.</summary>
/// <remarks>
/// JSON: <c>containers[].prepare</c>. The image must have python and pip on its path. EAS has no Internet access by
/// default, so the packages must be reachable from the service's network.
/// </remarks>
/// <param name="packages">Packages as pip writes them, such as <c>numpy==1.26.4</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class PythonLibrariesAttribute(params string[] packages) : Attribute
{
    /// <summary>
    /// Packages as pip writes them, such as <c>numpy==1.26.4</c>. JSON:
    /// <c>containers[].prepare.pythonRequirements</c>. Source: P, SEED.
    /// </summary>
    public string[] Packages { get; } = packages;

    /// <summary>
    /// The absolute path (EAS0241) of a requirements file in the image or in a mount. Unset: not written. JSON:
    /// <c>containers[].prepare.pythonRequirementsPath</c>. Source: P, SEED.
    /// </summary>
    /// <remarks>The list of packages wins over the file; both together are the warning EAS0240.</remarks>
    public string? RequirementsFile { get; set; }

    /// <summary>
    /// The container that the packages belong to, counted from 0 in the order of the <see cref="ContainerAttribute"/>s.
    /// Default: 0. A number without a container is the error EAS0210. Not a key of the JSON.
    /// </summary>
    public int Container { get; set; }
}
