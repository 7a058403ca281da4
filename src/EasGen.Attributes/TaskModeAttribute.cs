namespace EasGen;

/// <summary>Runs the program as a job, which ends by itself, and not as a service that stays.</summary>
/// <remarks>
/// JSON: <c>metadata.workload_type</c> is <c>elasticjob</c>; another text there is the error EAS0670. A job is not scaled,
/// asked by probes or opened as a web application (the warning EAS0671). Source: P, SEED.
/// </remarks>
/// <example>
/// <code>
/// [TaskMode]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TaskModeAttribute : Attribute;
