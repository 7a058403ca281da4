using System.Net;

namespace EasGen.Api;

/// <summary>The API has refused a call, or its answer cannot be used.</summary>
public sealed class EasApiException : Exception
{
    internal EasApiException(string action, HttpStatusCode status, string? code, string? detail, string? requestId, Exception? inner = null)
        : base(Describe(action, status, code, detail, requestId), inner)
    {
        (Action, StatusCode, Code, Detail, RequestId) = (action, status, code, detail, requestId);
    }

    /// <summary>The call, as <c>DescribeService</c>.</summary>
    public string Action { get; }

    /// <summary>The HTTP status of the answer.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The code of the error, as <c>InvalidService.NotFound</c>; null if the answer has none.</summary>
    public string? Code { get; }

    /// <summary>What the API says of it; null if it says nothing.</summary>
    public string? Detail { get; }

    /// <summary>What the support of Alibaba Cloud asks for; null if the answer has none.</summary>
    public string? RequestId { get; }

    /// <summary>How long to wait before the next call, if the API is being asked too often and says so.</summary>
    public TimeSpan? RetryAfter { get; internal init; }

    /// <summary>True when the service does not exist.</summary>
    public bool IsNotFound => Code == "InvalidService.NotFound";

    /// <summary>True when the name is taken, or another change is being made.</summary>
    public bool IsConflict => StatusCode == HttpStatusCode.Conflict;

    /// <summary>True when the call was taken, and its answer cannot be read: whether it was done has to be asked for.</summary>
    public bool IsUnreadable => (int)StatusCode is >= 200 and < 300;

    /// <summary>
    /// True when the API has got the same request before: it was sent again below the client, because its connection was closed, and
    /// the answer to the first one is lost. Whether it was done has to be asked for.
    /// </summary>
    public bool IsAnswerLost => Code == "SignatureNonceUsed";

    /// <summary>True when the API is being asked too often.</summary>
    public bool IsThrottled =>
        StatusCode == HttpStatusCode.TooManyRequests || Code?.StartsWith("Throttling", StringComparison.Ordinal) == true;

    /// <summary>True when the access key is unknown, its secret is wrong, or it may not make the call.</summary>
    public bool IsDenied =>
        StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
        || Code?.StartsWith("InvalidAccessKeyId", StringComparison.Ordinal) == true;

    private static string Describe(string action, HttpStatusCode status, string? code, string? detail, string? requestId) =>
        $"{action} was answered with {(int)status}"
        + (code is null ? "" : $" {code}")
        + (string.IsNullOrWhiteSpace(detail) ? "" : $": {detail}")
        + (requestId is null ? "" : $" (request {requestId})");
}
