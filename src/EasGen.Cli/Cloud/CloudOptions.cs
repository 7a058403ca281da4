using System.CommandLine;
using System.CommandLine.Parsing;

namespace EasGen.Cli.Cloud;

/// <summary>Where the verbs that call PAI-EAS find it, and as whom. A key is never said on the command line.</summary>
internal sealed class CloudOptions
{
    private readonly Option<string?> region = new("--region", "-r")
    {
        Description = "The region of the service, as cn-shanghai. Default: that of the service, else that of the profile.",
        HelpName = "REGION",
    };

    private readonly Option<Uri?> endpoint = new("--endpoint")
    {
        Description = "Another address of the API, such as https://pai-eas-manage-vpc.cn-shanghai.aliyuncs.com.",
        HelpName = "URL",
        CustomParser = ParseEndpoint,
    };

    private readonly Option<string?> profile = new("--profile")
    {
        Description = "The profile with the access key. Default: the environment variables ALIBABA_CLOUD_ACCESS_KEY_ID and "
            + "ALIBABA_CLOUD_ACCESS_KEY_SECRET, else the current profile of 'aliyun configure'.",
        HelpName = "NAME",
    };

    public void AddTo(Command verb)
    {
        foreach (var option in new Option[] { region, endpoint, profile })
            verb.Add(option);
    }

    public CloudRequest Of(ParseResult parsed) => new(parsed.GetValue(region), parsed.GetValue(endpoint), parsed.GetValue(profile));

    private static Uri? ParseEndpoint(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            result.AddError($"--endpoint '{text}' is not an address; write one as https://pai-eas.cn-shanghai.aliyuncs.com");
        else if (address.PathAndQuery != "/" || address.UserInfo.Length > 0)
            result.AddError($"--endpoint '{Bare(address)}' is more than scheme, host and port; leave the rest out");
        else if (address is { Scheme: "http", IsLoopback: false })
            result.AddError($"--endpoint '{text}' would send the service with its secrets unencrypted; use https");
        return address;
    }

    // Without what may be a password.
    private static string Bare(Uri address) =>
        address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
}

/// <summary>What was said about where to call, and as whom.</summary>
internal sealed record CloudRequest(string? Region, Uri? Endpoint, string? Profile);
