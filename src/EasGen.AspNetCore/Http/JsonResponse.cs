using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace EasGen.AspNetCore.Http;

internal static class JsonResponse
{
    /// <summary>Writes the value as the body. It is serialized as a whole before the first byte leaves, so that a failure can still become a proper 500.</summary>
    public static async Task WriteJson<T>(this HttpContext context, T value, JsonTypeInfo<T> type, string contentType)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(value, type);
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        // Not cancelled when the client leaves: the server drops the bytes by itself, and nothing has to be caught.
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(body, CancellationToken.None).ConfigureAwait(false);
    }
}
