namespace EasGen;

/// <summary>Keeps the calls of the service in a table of MaxCompute, which EAS creates.</summary>
/// <remarks>
/// JSON: <c>sinker</c> with the type <c>maxcompute</c>. There is one target: <see cref="LogServiceRecordsAttribute"/>
/// beside it is the error EAS0904.
/// </remarks>
/// <param name="project">The MaxCompute project.</param>
/// <param name="table">The table.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class MaxComputeRecordsAttribute(string project, string table) : Attribute
{
    /// <summary>
    /// The MaxCompute project; not empty (EAS0902). JSON: <c>sinker.config.maxcompute.project</c>. Source: P.
    /// </summary>
    public string Project { get; } = project;

    /// <summary>
    /// The table; not empty (EAS0902). JSON: <c>sinker.config.maxcompute.table</c>. Source: P, SEED.
    /// </summary>
    public string Table { get; } = table;
}
