namespace EasGen;

/// <summary>Shows the traces of the service in the console of EAS.</summary>
/// <remarks>
/// JSON: <c>labels.EnableTrace</c> is <c>true</c>. The program sends the traces; a .NET program does so with OpenTelemetry
/// (inferred). A Python program that serves a language model starts under an agent, whose package stands in
/// <see cref="PythonLibrariesAttribute"/>; one without the other is the warning EAS0231. What the console's own switch
/// writes is not documented. Source: RAG, SEED.
/// </remarks>
/// <example>
/// <code>
/// [Tracing]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TracingAttribute : Attribute;
