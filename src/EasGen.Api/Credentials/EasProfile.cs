namespace EasGen.Api;

/// <summary>An access key, where it was found, and the region that stands beside it.</summary>
/// <param name="Credentials">The access key.</param>
/// <param name="Source">Where it was found, as people say it.</param>
/// <param name="Region">The region of the profile; null if it names none.</param>
public sealed record EasProfile(EasCredentials Credentials, string Source, string? Region)
{
    /// <summary>
    /// Finds the access key as Alibaba Cloud's own tools do: in the environment, in the profiles of the Alibaba Cloud CLI, in the
    /// credentials file.
    /// </summary>
    /// <param name="name">The profile to take; null for that of <c>ALIBABA_CLOUD_PROFILE</c>, else the current one.</param>
    /// <exception cref="EasCredentialsException">There is none, only half of one, or one of a kind that is not supported.</exception>
    public static EasProfile Find(string? name = null) => Find(CredentialPlaces.OfThisUser, name);

    internal static EasProfile Find(CredentialPlaces places, string? name)
    {
        // Who names a profile means it.
        var profile = name ?? places.Variable("ALIBABA_CLOUD_PROFILE");
        return (name is null ? EnvironmentKeys.Find(places) : null)
            ?? CliProfiles.Find(places, profile)
            ?? CredentialsFile.Find(places, profile)
            ?? throw new EasCredentialsException(profile is null
                ? "No access key was found; set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, "
                    + $"or make a profile in '{places.CliConfig}' with 'aliyun configure'"
                : $"No profile '{profile}' was found in '{places.CliConfig}' or '{places.CredentialsFile}'; "
                    + "make it with 'aliyun configure --profile', or name another one");
    }
}
