using EasGen.Testing;

namespace EasGen.Api.Tests;

/// <summary>Access keys are found where Alibaba Cloud's tools keep them, and what cannot be used is said.</summary>
public sealed class ProfileTests : IDisposable
{
    private const string Cli = """
        {
          "current": "work",
          "profiles": [
            { "name": "work", "mode": "AK", "access_key_id": "cli-id", "access_key_secret": "MARK", "region_id": "cn-beijing" },
            { "name": "temporary", "mode": "StsToken", "access_key_id": "sts-id", "access_key_secret": "MARK", "sts_token": "MARK-T" },
            { "name": "cloud", "mode": "CloudSSO", "cloud_sso_sign_in_url": "x" },
            { "name": "half", "mode": "AK", "access_key_id": "half-id", "access_key_secret": "" }
          ]
        }
        """;

    private const string Ini = """
        ; a comment
        [default]
        type = access_key
        access_key_id = file-id
        access_key_secret = MARK

        [temporary_file]
        type = sts
        access_key_id = file-sts
        access_key_secret = MARK
        security_token = MARK-T

        [robot]
        type = ecs_ram_role
        """;

    private readonly ProjectCopy home = ProjectCopy.Empty();
    private readonly Dictionary<string, string> variables = [];

    [Fact]
    public void The_environment_comes_first()
    {
        home.Write(".aliyun/config.json", Cli);
        variables["ALIBABA_CLOUD_ACCESS_KEY_ID"] = "env-id";
        variables["ALIBABA_CLOUD_ACCESS_KEY_SECRET"] = "MARK";
        variables["ALIBABA_CLOUD_SECURITY_TOKEN"] = "token";

        var found = Find();

        Assert.Equal("the environment", found.Source);
        Assert.Equal(("env-id", "token"), (found.Credentials.AccessKeyId, found.Credentials.SecurityToken));
        // A profile that somebody names outranks it.
        Assert.Equal("cli-id", Find("work").Credentials.AccessKeyId);
    }

    [Theory]
    [InlineData(null, "cli-id", null, "cn-beijing")]
    [InlineData("temporary", "sts-id", "MARK-T", null)]
    [InlineData("temporary_file", "file-sts", "MARK-T", null)]
    [InlineData("default", "file-id", null, null)]
    public void Then_come_the_profiles(string? profile, string id, string? token, string? region)
    {
        home.Write(".aliyun/config.json", Cli).Write(".alibabacloud/credentials", Ini);
        if (profile is not null)
            variables["ALIBABA_CLOUD_PROFILE"] = profile;

        var found = Find();

        Assert.Equal((id, token, region), (found.Credentials.AccessKeyId, found.Credentials.SecurityToken, found.Region));
        Assert.DoesNotContain("MARK", found.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_credentials_file_may_be_elsewhere()
    {
        home.Write("keys.ini", Ini);
        variables["ALIBABA_CLOUD_CREDENTIALS_FILE"] = home.At("keys.ini");

        Assert.Equal("file-id", Find().Credentials.AccessKeyId);
    }

    [Theory]
    [InlineData(null, "No access key was found; set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET")]
    [InlineData("nobody", "No profile 'nobody' was found in ")]
    public void Nothing_is_said(string? profile, string message) => Says(message, profile);

    [Theory]
    [InlineData("cloud", "uses mode CloudSSO, which is not supported; export temporary keys as ALIBABA_CLOUD_ACCESS_KEY_ID")]
    [InlineData("half", "has no whole access key; run 'aliyun configure'")]
    [InlineData("robot", "is of type ecs_ram_role, which is not supported")]
    public void What_cannot_be_used_is_named(string profile, string message)
    {
        home.Write(".aliyun/config.json", Cli).Write(".alibabacloud/credentials", Ini);

        Says(message, profile);
    }

    [Theory]
    [InlineData("ALIBABA_CLOUD_ACCESS_KEY_ID", "_ID is set, but ALIBABA_CLOUD_ACCESS_KEY_SECRET is not; set both")]
    [InlineData("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "_SECRET is set, but ALIBABA_CLOUD_ACCESS_KEY_ID is not; set both")]
    [InlineData("ALIBABA_CLOUD_OIDC_TOKEN_FILE", "tokens of OIDC are not supported")]
    public void Half_of_a_key_is_no_key(string variable, string message)
    {
        variables[variable] = "MARK";

        Says(message);
    }

    [Theory]
    [InlineData(".aliyun/config.json", "{ \"current\": MARK", "cannot be read: it is not JSON")]
    [InlineData(".aliyun/config.json", "{ \"profiles\": \"MARK\" }", "cannot be read: it is not JSON")]
    [InlineData(".aliyun/config.json", "{ \"profiles\": [null] }", "No access key was found")]
    [InlineData(".alibabacloud/credentials", "[default]\na = MARK\na = 2", "or a name stands twice")]
    [InlineData(".alibabacloud/credentials", "[default]\naccess_key_id = \" \"\naccess_key_secret = MARK", "lacks access_key_id")]
    [InlineData(".alibabacloud/credentials", "MARK", "cannot be read: a line of it is neither [section] nor name = value")]
    public void A_broken_file_is_said_without_its_text(string file, string text, string message)
    {
        home.Write(file, text);

        Says(message);
    }

    public void Dispose() => home.Dispose();

    private EasProfile Find(string? profile = null) =>
        EasProfile.Find(new CredentialPlaces(variables.GetValueOrDefault, home.At("")), profile);

    private void Says(string message, string? profile = null)
    {
        var problem = Assert.Throws<EasCredentialsException>(() => Find(profile));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("MARK", problem.ToString(), StringComparison.Ordinal);
    }
}
