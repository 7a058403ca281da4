namespace EasGen.Api;

/// <summary>An access key of Alibaba Cloud. Its text never shows the secret.</summary>
public sealed class EasCredentials
{
    /// <param name="accessKeyId">The id of the access key.</param>
    /// <param name="accessKeySecret">Its secret.</param>
    /// <param name="securityToken">The token that temporary keys come with; null for a key that lasts.</param>
    /// <exception cref="ArgumentException">The id or the secret is empty.</exception>
    public EasCredentials(string accessKeyId, string accessKeySecret, string? securityToken = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(accessKeyId);
        ArgumentException.ThrowIfNullOrWhiteSpace(accessKeySecret);
        AccessKeyId = accessKeyId.Trim();
        AccessKeySecret = accessKeySecret.Trim();
        SecurityToken = string.IsNullOrWhiteSpace(securityToken) ? null : securityToken.Trim();
    }

    /// <summary>The id of the access key.</summary>
    public string AccessKeyId { get; }

    internal string AccessKeySecret { get; }

    internal string? SecurityToken { get; }

    /// <summary>The id alone.</summary>
    public override string ToString() => AccessKeyId;
}
