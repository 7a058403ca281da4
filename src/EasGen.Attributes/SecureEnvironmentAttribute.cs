namespace EasGen;

/// <summary>Runs the service in a secure environment, in which mounted files are decrypted with a trustee's key.</summary>
/// <remarks>The service must mount something (EAS0911), and more than empty folders (the warning EAS0912).</remarks>
/// <example>
/// <code>
/// [SecureEnvironment("https://trustee.acme.com", "kbs:///default/key/iris")]
/// [OssMount("oss://acme-models/iris/", "/models", ReadOnly = true)]
/// </code>
/// </example>
/// <param name="trusteeEndpoint">The address of the Trustee service.</param>
/// <param name="decryptionKey">The address of the key, <c>kbs:///…</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SecureEnvironmentAttribute(string trusteeEndpoint, string decryptionKey) : Attribute
{
    /// <summary>
    /// The address of the Trustee service; not empty (EAS0910). JSON: <c>confidential.trustee_endpoint</c>. Source: P,
    /// SEED.
    /// </summary>
    public string TrusteeEndpoint { get; } = trusteeEndpoint;

    /// <summary>
    /// The address of the key, such as <c>kbs:///default/key/iris</c>; not empty (EAS0910). JSON:
    /// <c>confidential.decryption_key</c>. Source: P, SEED.
    /// </summary>
    public string DecryptionKey { get; } = decryptionKey;
}
