namespace EasGen;

/// <summary>An environment variable of a processor. Repeatable.</summary>
/// <remarks>
/// JSON: an item of <c>processor_envs</c>. For a container see <see cref="EnvironmentVariableAttribute"/>.
/// </remarks>
/// <example>
/// <code>
/// [ProcessorVariable("INPUT_TILE", "2")]
/// </code>
/// </example>
/// <param name="name">The name of the variable.</param>
/// <param name="value">The value of the variable.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ProcessorVariableAttribute(string name, string value) : Attribute
{
    /// <summary>
    /// The name of the variable; not empty (EAS0320), and given once (EAS0321). JSON: <c>processor_envs[].name</c>.
    /// Source: TER.
    /// </summary>
    public string Name { get; } = name;

    /// <summary>
    /// The value of the variable; none is the warning EAS0322. JSON: <c>processor_envs[].value</c>. Source: TER.
    /// </summary>
    /// <remarks>
    /// A name such as <c>API_KEY</c> promises a secret, and a secret in clear text is the warning EAS0222; write
    /// <c>${API_KEY}</c> and fill it in at deployment.
    /// </remarks>
    public string Value { get; } = value;
}
