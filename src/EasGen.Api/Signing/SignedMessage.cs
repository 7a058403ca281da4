using System.Globalization;
using System.Net.Http.Headers;

namespace EasGen.Api.Signing;

/// <summary>Makes the message of a call: what is signed is what is sent, byte for byte.</summary>
internal static class SignedMessage
{
    private const string Version = "2021-07-01";
    private static readonly ProductInfoHeaderValue Agent = new("EasGen.Api", typeof(SignedMessage).Assembly.GetName().Version?.ToString(3));

    private const string Json = "application/json; charset=utf-8";

    public static HttpRequestMessage Of(EasCall call, EasClientOptions options, EasCredentials credentials)
    {
        var endpoint = options.Endpoint;
        var hash = CanonicalRequest.Hash(call.Body.Span);
        var headers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["host"] = endpoint.Authority,
            ["x-acs-action"] = call.Action,
            ["x-acs-version"] = Version,
            ["x-acs-date"] = options.TimeProvider.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["x-acs-signature-nonce"] = options.Nonce(),
            ["x-acs-content-sha256"] = hash,
        };
        if (!call.Body.IsEmpty)
            headers.Add("content-type", Json);
        if (credentials.SecurityToken is { } token)
        {
            headers.Add("x-acs-accesskey-id", credentials.AccessKeyId);
            headers.Add("x-acs-security-token", token);
        }
        var canonical = CanonicalRequest.Of(call.Method.Method, call.Path, call.Query, headers, hash);

        var query = CanonicalRequest.Query(call.Query);
        var message = new HttpRequestMessage(call.Method, Address(endpoint, call.Path, query));
        foreach (var (name, value) in headers.Where(static header => header.Key != "content-type"))
            message.Headers.TryAddWithoutValidation(name, value);
        message.Headers.TryAddWithoutValidation("Authorization", Signature.Authorization(canonical, credentials));
        message.Headers.Accept.Add(new("application/json"));
        message.Headers.UserAgent.Add(Agent);
        if (!call.Body.IsEmpty)
        {
            message.Content = new ReadOnlyMemoryContent(call.Body);
            message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(Json);
        }
        return message;
    }

    // Dots and percent signs stay as they were signed: a Uri would tidy them up.
    private static Uri Address(Uri endpoint, string path, string query) => new(
        $"{endpoint.GetLeftPart(UriPartial.Authority)}{CanonicalRequest.Path(path)}{(query.Length == 0 ? "" : "?" + query)}",
        new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
}
