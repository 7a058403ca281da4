using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EasGen.AspNetCore.Playground.Reference;

/// <summary>Scalar's page and its files, under a policy that keeps them on this host.</summary>
internal sealed class ReferencePage(RequestDelegate scalar)
{
    private static readonly object NonceKey = new();

    /// <summary>What the scripts in this answer are known by.</summary>
    public static string Nonce(HttpContext context) => (string)(context.Items[NonceKey] ??= RandomNumberGenerator.GetHexString(32));

    public Task Answer(HttpContext context)
    {
        // Scalar would take the name of any file for that of a document.
        if (context.GetRouteValue("documentName") is not null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        context.Response.OnStarting(Protect, context);
        return scalar(context);
    }

    // Scalar writes style elements while it runs, and so do its parts: no hash or nonce can be given for them.
    private static Task Protect(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self' 'nonce-{Nonce(context)}'; style-src 'unsafe-inline'; connect-src 'self'; "
            + "img-src 'self' data: blob:; font-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        return Task.CompletedTask;
    }
}
