namespace EasGen;

/// <summary>Gives EAS the name and the password of a private image registry.</summary>
/// <remarks>JSON: <c>dockerAuth</c>.</remarks>
/// <example>
/// <code>
/// [RegistryAuth("${REGISTRY_AUTH}")]
/// </code>
/// </example>
/// <param name="secret">The Base64 of <c>user:password</c>, or a placeholder for it.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RegistryAuthAttribute(string secret) : Attribute
{
    /// <summary>The Base64 of <c>user:password</c> (EAS0250). JSON: <c>dockerAuth</c>. Source: P.</summary>
    /// <remarks>
    /// In clear text it is the warning EAS0018; write <c>${REGISTRY_AUTH}</c> and fill it in at deployment.
    /// </remarks>
    public string Secret { get; } = secret;
}
