using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace EasGen.AspNetCore.Http;

internal static class ResponseBody
{
    /// <summary>
    /// Writes the value as the body. It is serialized as a whole before the first byte leaves, so that a failure can
    /// still become a proper 500.
    /// </summary>
    public static Task WriteJson<T>(this HttpContext context, T value, JsonTypeInfo<T> type, string contentType) =>
        context.WriteBytes(JsonSerializer.SerializeToUtf8Bytes(value, type), contentType);

    public static async Task WriteBytes(this HttpContext context, ReadOnlyMemory<byte> body, string contentType)
    {
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        // Not cancelled when the client leaves: the server drops the bytes by itself, and nothing has to be caught.
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(body, CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Copies the stream into the body and disposes it. Without one, the body is empty.</summary>
    public static async Task WriteStream(this HttpContext context, Stream? body, string contentType, CancellationToken cancellationToken)
    {
        context.Response.ContentType = contentType;
        if (body is null)
        {
            context.Response.ContentLength = 0;
            return;
        }

        await using (body.ConfigureAwait(false))
        {
            if (body.CanSeek)
                context.Response.ContentLength = body.Length - body.Position;
            await body.CopyToAsync(context.Response.Body, cancellationToken).ConfigureAwait(false);
        }
    }
}
