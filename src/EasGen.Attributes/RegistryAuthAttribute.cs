namespace EasGen;

/// <summary>Gives EAS the name and the password of a private image registry.</summary>
/// <remarks>
/// JSON: <c>dockerAuth</c>, which holds one text, the Base64 of both. A placeholder inside of Base64 can never be filled, so
/// a user and a password are written as <c>${base64:user:${REGISTRY_PASSWORD}}</c>: the build, or the deployment, fills the
/// placeholder first and encodes the text then.
/// </remarks>
/// <example>
/// <code>
/// [RegistryAuth("acme", "${REGISTRY_PASSWORD}")]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RegistryAuthAttribute : Attribute
{
    /// <summary>Gives both in one text.</summary>
    /// <param name="secret">The Base64 of <c>user:password</c>, or a placeholder for it.</param>
    public RegistryAuthAttribute(string secret) => Secret = secret;

    /// <summary>Gives the user and the password, as the console asks for them.</summary>
    /// <param name="user">The user of the registry.</param>
    /// <param name="password">A placeholder for the password.</param>
    public RegistryAuthAttribute(string user, string password)
    {
        User = user;
        Password = password;
    }

    /// <summary>The Base64 of <c>user:password</c> (EAS0250). JSON: <c>dockerAuth</c>. Source: P.</summary>
    /// <remarks>
    /// In clear text it is the warning EAS0018; write <c>${REGISTRY_AUTH}</c> and fill it in at deployment. A placeholder inside
    /// of the Base64 is the warning EAS0223, a line break at the end of the password EAS0224.
    /// </remarks>
    public string? Secret { get; }

    /// <summary>The user of the registry; not empty (EAS0250). It is the first part of <c>dockerAuth</c>.</summary>
    public string? User { get; }

    /// <summary>
    /// The password of the user; not empty (EAS0250). It is the second part of <c>dockerAuth</c>, in clear text the warning
    /// EAS0225; write <c>${REGISTRY_PASSWORD}</c>.
    /// </summary>
    public string? Password { get; }
}
