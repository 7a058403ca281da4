using System.Net.Sockets;
using EasGen.Api;

namespace EasGen.Cli.Cloud;

/// <summary>What a failed call means, in one line that says what to do.</summary>
internal static class CallFailure
{
    /// <param name="problem">What the client threw.</param>
    /// <param name="connection">Where was called, and as whom.</param>
    /// <returns>Null for what is no failure of a call.</returns>
    public static string? Describe(Exception problem, CloudConnection connection) => problem switch
    {
        EasApiException refused => Refusal(refused, connection),
        HttpRequestException lost => Unreachable(lost, connection),
        // A name that no service can have.
        ArgumentException wrong => wrong.Message.Split(" (Parameter")[0],
        _ => null,
    };

    private static string Refusal(EasApiException refused, CloudConnection connection)
    {
        var key = connection.Options.Credentials.AccessKeyId;
        return refused.Code switch
        {
            "InvalidService.NotFound" => $"There is no such service in {connection.Region}; check its name, and --region",
            "SignatureDoesNotMatch" or "IncompleteSignature" =>
                $"The secret of access key '{key}' is wrong; correct it where the key is kept",
            "InvalidTimeStamp.Expired" =>
                "The clock of this machine differs from that of PAI-EAS by more than 15 minutes; set it, and try again",
            { } code when code.StartsWith("InvalidAccessKeyId", StringComparison.Ordinal) =>
                $"The access key '{key}' is not known to Alibaba Cloud, or is disabled; use another one",
            { } code when code.StartsWith("InvalidSecurityToken", StringComparison.Ordinal) =>
                $"The security token of access key '{key}' is not valid any more; get a new one",
            { } code when code.Contains("SafetyLock", StringComparison.Ordinal) =>
                "The service is locked against stopping and deleting; unlock it in the console first",
            _ when refused.IsThrottled => "PAI-EAS is being asked too often; try again in a minute",
            _ when refused.IsDenied =>
                $"The access key '{key}' may not call eas:{refused.Action}; "
                + $"'easgen policy' prints what it has to be allowed{Detail(refused)}",
            _ when refused.IsConflict =>
                $"Another change of the service is being made; wait until it is done, and try again{Detail(refused)}",
            _ => refused.Message,
        };
    }

    private static string Detail(EasApiException refused) =>
        (string.IsNullOrWhiteSpace(refused.Detail) ? "" : $": {refused.Detail}")
        + (refused.RequestId is null ? "" : $" (request {refused.RequestId})");

    private static string Unreachable(HttpRequestException lost, CloudConnection connection)
    {
        var address = connection.Options.Endpoint.GetLeftPart(UriPartial.Authority);
        return $"{address} cannot be reached: {Reason(lost)}";
    }

    private static string Reason(HttpRequestException lost) => (lost.HttpRequestError, lost.InnerException) switch
    {
        (HttpRequestError.NameResolutionError, _) => "there is no host of that name; check --region and --endpoint",
        (HttpRequestError.SecureConnectionError, _) => "its certificate is not trusted, or it does not speak TLS",
        (_, SocketException { SocketErrorCode: SocketError.ConnectionRefused }) => "nothing listens there; check --endpoint",
        (HttpRequestError.ConnectionError, _) => "the connection cannot be made; check the network and the proxy",
        (_, OperationCanceledException) => "it does not answer in time",
        _ => "the connection broke",
    };
}
