using EasGen.AspNetCore.Http;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace EasGen.AspNetCore.Requests;

/// <summary>Reads the body of a predict request, or says what is wrong with it.</summary>
internal sealed class RequestBody<T>(RequestFormat<T>[] formats, long usualMaxBytes)
    where T : notnull
{
    private readonly string taken = string.Join(", ", formats.Select(static format => format.MediaType));

    public async ValueTask<(T? Value, Problem? Problem)> Read(HttpContext context, CancellationToken cancellationToken)
    {
        var request = context.Request;
        if (FormatOf(request.ContentType) is not { } format)
            return (default, WrongType());
        if (!TryGetPacked(request.Headers.ContentEncoding, out var isPacked))
            return (default, WrongEncoding());

        // What the app has set for the endpoint outranks what the service has for all.
        var maxBytes = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is { } ofEndpoint
            ? ofEndpoint.MaxRequestBodySize ?? long.MaxValue
            : usualMaxBytes;
        // The server counts the bytes of a body without a length.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = maxBytes;
        if (request.ContentLength > maxBytes)
            return (default, new(
                StatusCodes.Status413PayloadTooLarge,
                $"The body may have {maxBytes} bytes, but has {request.ContentLength}."));

        try
        {
            var body = isPacked ? await GzipBody.Unpack(request.Body, maxBytes, cancellationToken).ConfigureAwait(false) : request.Body;
            return (await format.Read(body, cancellationToken).ConfigureAwait(false), null);
        }
        catch (UnacceptableBodyException exception)
        {
            return (default, exception.Problem);
        }
        catch (IOException exception) when (exception is ConnectionResetException || exception.GetType() == typeof(IOException))
        {
            // Any other one is of the app's own converters. The server may say so of a request before it cancels its token.
            throw new ClientLeftException(exception);
        }
        catch (OperationCanceledException)
        {
            // After the answer the server would still wait 5 s for a body that did not come in time, and complain of the read that was
            // given up.
            context.Response.OnCompleted(context.Cut);
            throw;
        }
    }

    private RequestFormat<T>? FormatOf(string? contentType)
    {
        if (string.IsNullOrWhiteSpace(contentType))
            return formats[0];

        // Null for what is no media type.
        _ = MediaTypeHeaderValue.TryParse(contentType, out var mediaType);
        return mediaType is not null && SaysNothing(mediaType.MediaType.Value!)
            ? formats[0]
            : Array.Find(formats, format => format.Takes(mediaType));
    }

    // What the SDKs of EAS and curl -d send, whatever the body is; the queue sends no type at all.
    private static bool SaysNothing(string mediaType) =>
        mediaType.Equals("application/octet-stream", StringComparison.OrdinalIgnoreCase)
        || mediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    private static bool TryGetPacked(StringValues encoding, out bool isPacked)
    {
        isPacked = encoding.Count == 1 && encoding[0]?.ToUpperInvariant() is "GZIP" or "X-GZIP";
        return isPacked
            || StringValues.IsNullOrEmpty(encoding)
            || encoding is [{ } name] && name.Equals("identity", StringComparison.OrdinalIgnoreCase);
    }

    private Problem WrongType() => new(
        StatusCodes.Status415UnsupportedMediaType,
        $"The body has to be {(formats.Length == 1 ? "JSON" : "JSON or text")} in UTF-8: send it with the header "
        + $"Content-Type: {taken.Replace(",", " or", StringComparison.Ordinal)}, or without one.")
    {
        Header = ("Accept-Post", taken),
    };

    private static Problem WrongEncoding() => new(
        StatusCodes.Status415UnsupportedMediaType,
        "The body may be sent as it is, or with Content-Encoding: gzip.")
    {
        Header = ("Accept-Encoding", "gzip"),
    };
}
