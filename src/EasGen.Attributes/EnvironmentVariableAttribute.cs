namespace EasGen;

/// <summary>An environment variable of a container. Repeatable.</summary>
/// <remarks>
/// JSON: an item of <c>containers[].env</c>. EAS itself sets <c>LISTENING_PORT</c> to the port of the container.
/// </remarks>
/// <param name="name">The name of the variable.</param>
/// <param name="value">The value of the variable.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class EnvironmentVariableAttribute(string name, string value) : Attribute
{
    /// <summary>
    /// The name of the variable; not empty (EAS0220), and given once in a container (EAS0221). JSON:
    /// <c>containers[].env[].name</c>. Source: P, SDK, SEED.
    /// </summary>
    public string Name { get; } = name;

    /// <summary>
    /// The value of the variable, always a text; none is the warning EAS0226. JSON: <c>containers[].env[].value</c>. Source: P, SDK, SEED.
    /// </summary>
    /// <remarks>
    /// A name such as <c>API_KEY</c> promises a secret, and a secret in clear text is the warning EAS0222; write
    /// <c>${API_KEY}</c> and fill it in at deployment.
    /// </remarks>
    public string Value { get; } = value;

    /// <summary>
    /// The container that the variable belongs to, counted from 0 in the order of the <see cref="ContainerAttribute"/>s.
    /// Default: 0. A number without a container is the error EAS0210. Not a key of the JSON.
    /// </summary>
    public int Container { get; set; }
}
