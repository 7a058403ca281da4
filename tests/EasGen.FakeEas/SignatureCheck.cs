using System.Collections.Concurrent;
using System.Globalization;
using EasGen.Api;
using EasGen.Api.Signing;
using Microsoft.AspNetCore.Http.Features;

namespace EasGen.FakeEas;

/// <summary>Lets nobody in whose signature is not that of the key, whose clock is wrong, or who says the same twice.</summary>
internal sealed class SignatureCheck(TimeProvider clock)
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<string, bool> nonces = new();

    public async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        context.Request.EnableBuffering();
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        context.Request.Body.Position = 0;
        Check(context.Request, CanonicalRequest.Hash(body.ToArray()), context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        await next(context);
    }

    private void Check(HttpRequest request, string hash, string target)
    {
        var authorization = request.Headers.Authorization.ToString();
        if (authorization.Length == 0)
            throw new Refusal(400, "MissingAuthorization", "The request is not signed.");
        if (!authorization.Contains($" Credential={Fake.Id},", StringComparison.Ordinal))
            throw new Refusal(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.");
        if (request.Headers["x-acs-content-sha256"] != hash)
            throw new Refusal(400, "InvalidContentSha256", "The hash is not that of the body.");
        if (!IsNow(request.Headers["x-acs-date"].ToString()))
            throw new Refusal(400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.");

        // What the target says is decoded and encoded again: only one spelling of it is signed.
        var query = request.Query.Select(static parameter => new KeyValuePair<string, string>(parameter.Key, parameter.Value.ToString()));
        var path = request.Path.Value!;
        var headers = request.Headers.Select(static header => new KeyValuePair<string, string>(header.Key, header.Value.ToString()));
        var canonical = CanonicalRequest.Of(request.Method, path, query, headers, hash);
        var spelt = CanonicalRequest.Path(path) + (request.Query.Count == 0 ? "" : "?" + CanonicalRequest.Query(query));
        if (target != spelt || authorization != Signature.Authorization(canonical, Fake.Credentials))
            throw new Refusal(
                403, "SignatureDoesNotMatch", $"Specified signature does not match; server string to sign: {canonical.ToSign}");
        if (!nonces.TryAdd(request.Headers["x-acs-signature-nonce"].ToString(), true))
            throw new Refusal(400, "SignatureNonceUsed", "Specified signature nonce was used already.");
    }

    private bool IsNow(string date) =>
        DateTimeOffset.TryParseExact(
            date, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
        && (clock.GetUtcNow() - time).Duration() <= Skew;

    private static class Fake
    {
        public const string Id = FakeEas.AccessKeyId;

        public static readonly EasCredentials Credentials = new(FakeEas.AccessKeyId, FakeEas.AccessKeySecret);
    }
}
