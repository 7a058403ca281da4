namespace EasGen.Api;

/// <summary>Where access keys are kept.</summary>
/// <param name="Variable">The environment: a value that is empty counts as none.</param>
/// <param name="Home">The folder of the user.</param>
internal sealed record CredentialPlaces(Func<string, string?> Variable, string Home)
{
    public static CredentialPlaces OfThisUser { get; } = new(
        static name => Environment.GetEnvironmentVariable(name) is var value && string.IsNullOrWhiteSpace(value) ? null : value,
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));

    /// <summary>The profiles of the Alibaba Cloud CLI.</summary>
    public string CliConfig => Path.Combine(Home, ".aliyun", "config.json");

    /// <summary>The credentials file that Alibaba Cloud's SDKs share.</summary>
    public string CredentialsFile =>
        Variable("ALIBABA_CLOUD_CREDENTIALS_FILE") ?? Path.Combine(Home, ".alibabacloud", "credentials");
}
