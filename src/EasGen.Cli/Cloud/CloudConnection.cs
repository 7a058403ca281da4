using EasGen.Api;

namespace EasGen.Cli.Cloud;

/// <summary>PAI-EAS in one region, as somebody whom it knows.</summary>
internal sealed class CloudConnection : IDisposable
{
    /// <summary>How long an answer may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Patience };

    private CloudConnection(EasClientOptions options) => (Options, Client) = (options, new(http, options));

    public EasClientOptions Options { get; }

    public EasClient Client { get; }

    public string Region => Options.Region;

    /// <param name="request">What was said on the command line.</param>
    /// <param name="serviceRegion">The region that the service itself names; null when it does not.</param>
    /// <exception cref="CommandException">
    /// There is no access key, nobody says which region is meant, or the service is one of another region.
    /// </exception>
    public static CloudConnection Open(CloudRequest request, string? serviceRegion = null)
    {
        if (request.Region is not null && serviceRegion is not null && request.Region != serviceRegion)
            throw new CommandException(
                $"--region is '{request.Region}', but the service is one of '{serviceRegion}'; leave --region out, or correct one of them");
        try
        {
            var profile = EasProfile.Find(request.Profile);
            var region = request.Region ?? serviceRegion ?? (string.IsNullOrWhiteSpace(profile.Region) ? null : profile.Region)
                ?? throw new CommandException("The region is not known; add --region, such as --region cn-shanghai");
            var options = new EasClientOptions(region, profile.Credentials);
            return new(request.Endpoint is { } endpoint ? new(region, profile.Credentials) { Endpoint = endpoint } : options);
        }
        catch (EasCredentialsException problem)
        {
            throw new CommandException(problem.Message, problem);
        }
        catch (ArgumentException)
        {
            var region = request.Region ?? serviceRegion;
            throw new CommandException($"'{region}' is not a region; write one as cn-shanghai");
        }
    }

    public void Dispose() => http.Dispose();
}
