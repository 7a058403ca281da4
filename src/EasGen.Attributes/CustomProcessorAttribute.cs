namespace EasGen;

/// <summary>Runs a model in a processor of your own, instead of a container.</summary>
/// <remarks>
/// Not together with a <see cref="ContainerAttribute"/> (EAS0306) or a <see cref="ProcessorAttribute"/> (EAS0305).
/// </remarks>
/// <example>
/// <code>
/// [CustomProcessor(ProcessorLanguage.Python, "oss://acme-processors/iris.tar.gz", MainFile = "app.py")]
/// </code>
/// </example>
/// <param name="language">The language in which the processor is written.</param>
/// <param name="package">The package of the processor: its path in OSS or its address.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class CustomProcessorAttribute(ProcessorLanguage language, string package) : Attribute
{
    /// <summary>
    /// The language in which the processor is written (EAS0311, EAS0312). JSON: <c>processor_type</c>. Source: P,
    /// SEED.
    /// </summary>
    public ProcessorLanguage Language { get; } = language;

    /// <summary>
    /// The package of the processor, its path in OSS or its address (EAS0318); not empty (EAS0313). JSON:
    /// <c>processor_path</c>. Source: P.
    /// </summary>
    public string Package { get; } = package;

    /// <summary>
    /// The main file in the package, such as <c>libprocessor.so</c> or <c>app.py</c>; needed for C++ and Python
    /// (EAS0314). Unset: not written. JSON: <c>processor_entry</c>. Source: P.
    /// </summary>
    public string? MainFile { get; set; }

    /// <summary>
    /// The main class in the JAR, such as <c>com.acme.IrisProcessor</c>; needed for Java (EAS0315). Unset: not
    /// written. JSON: <c>processor_mainclass</c>. Source: P.
    /// </summary>
    public string? MainClass { get; set; }
}
