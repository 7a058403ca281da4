namespace EasGen;

/// <summary>Keeps the calls of the service in a Logstore of Log Service, which EAS creates.</summary>
/// <remarks>
/// JSON: <c>sinker</c> with the type <c>sls</c>. There is one target: <see cref="MaxComputeRecordsAttribute"/> beside it
/// is the error EAS0904.
/// </remarks>
/// <param name="project">The Log Service project.</param>
/// <param name="logstore">The Logstore.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class LogServiceRecordsAttribute(string project, string logstore) : Attribute
{
    /// <summary>
    /// The Log Service project; not empty (EAS0902). JSON: <c>sinker.config.sls.project</c>. Source: P.
    /// </summary>
    public string Project { get; } = project;

    /// <summary>
    /// The Logstore; not empty (EAS0902). JSON: <c>sinker.config.sls.logstore</c>. Source: P, SEED.
    /// </summary>
    public string Logstore { get; } = logstore;
}
