namespace EasGen;

/// <summary>Files that are collected into Log Service beside what the program prints.</summary>
/// <example>
/// <code>
/// [LogFiles("/var/log/iris/requests.log")]
/// </code>
/// </example>
/// <param name="paths">The paths of the files in the container.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class LogFilesAttribute(params string[] paths) : Attribute
{
    /// <summary>
    /// The paths of the files in the container. JSON: <c>cloud.logging.paths</c>. Source: 3P (seen in public files
    /// only).
    /// </summary>
    public string[] Paths { get; } = paths;
}
