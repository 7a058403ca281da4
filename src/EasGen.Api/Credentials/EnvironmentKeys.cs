namespace EasGen.Api;

/// <summary>The access key in environment variables.</summary>
internal static class EnvironmentKeys
{
    private const string Id = "ALIBABA_CLOUD_ACCESS_KEY_ID";
    private const string Secret = "ALIBABA_CLOUD_ACCESS_KEY_SECRET";

    public static EasProfile? Find(CredentialPlaces places) => (places.Variable(Id), places.Variable(Secret)) switch
    {
        ({ } id, { } secret) => new(
            new(id, secret, places.Variable("ALIBABA_CLOUD_SECURITY_TOKEN")), "the environment", Region: null),
        ({ }, null) => throw Half(Id, Secret),
        (null, { }) => throw Half(Secret, Id),
        _ when places.Variable("ALIBABA_CLOUD_OIDC_TOKEN_FILE") is not null => throw new EasCredentialsException(
            "ALIBABA_CLOUD_OIDC_TOKEN_FILE is set, but tokens of OIDC are not supported; "
            + $"export temporary keys as {Id}, {Secret} and ALIBABA_CLOUD_SECURITY_TOKEN"),
        _ => null,
    };

    private static EasCredentialsException Half(string given, string missing) => new($"{given} is set, but {missing} is not; set both");
}
