namespace EasGen.Api;

/// <summary>Where an <see cref="EasClient"/> calls, and as whom.</summary>
public sealed class EasClientOptions
{
    /// <param name="region">The region, as <c>cn-shanghai</c>.</param>
    /// <param name="credentials">The access key.</param>
    /// <exception cref="ArgumentException">The region is empty or has other signs than lower-case letters, digits and hyphens.</exception>
    public EasClientOptions(string region, EasCredentials credentials)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        if (string.IsNullOrEmpty(region) || region.Any(static c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-'))
            throw new ArgumentException($"'{region}' is not a region; name one as cn-shanghai.", nameof(region));
        Region = region;
        Credentials = credentials;
        Endpoint = new($"https://pai-eas.{region}.aliyuncs.com");
    }

    /// <summary>The region of the services, as <c>cn-shanghai</c>.</summary>
    public string Region { get; }

    /// <summary>The access key.</summary>
    public EasCredentials Credentials { get; }

    /// <summary>
    /// Scheme, host and port. Default: <c>https://pai-eas.{region}.aliyuncs.com</c>; in a VPC it is
    /// <c>https://pai-eas-manage-vpc.{region}.aliyuncs.com</c>.
    /// </summary>
    public Uri Endpoint { get; init; }

    /// <summary>How often a call that reads is repeated after a failure that may pass. Default: 3.</summary>
    public int MaxRetries { get; init; } = 3;

    /// <summary>The clock that requests are dated by, and that retries wait by. Default: that of the system.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Makes the nonce of a request, which is never used again. Default: a GUID.</summary>
    public Func<string> Nonce { get; init; } = static () => Guid.NewGuid().ToString("N");
}
