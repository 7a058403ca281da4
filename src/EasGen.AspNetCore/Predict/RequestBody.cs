using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EasGen.AspNetCore.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace EasGen.AspNetCore.Predict;

/// <summary>Reads the body of a predict request, or says what is wrong with it.</summary>
internal static partial class RequestBody
{
    public static async ValueTask<(T? Value, Problem? Problem)> Read<T>(HttpContext context, JsonTypeInfo<T> type, long maxBytes, ILogger logger, CancellationToken cancellationToken)
        where T : notnull
    {
        if (WrongFormat(context.Request.ContentType) is { } wrongFormat)
            return (default, wrongFormat);

        // The server counts the bytes of a body without a length.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = maxBytes;
        if (context.Request.ContentLength > maxBytes)
            return (default, new(StatusCodes.Status413PayloadTooLarge, $"The body may have {maxBytes} bytes, but has {context.Request.ContentLength}."));

        try
        {
            var value = await JsonSerializer.DeserializeAsync(context.Request.Body, type, cancellationToken).ConfigureAwait(false);
            return value is null ? (default, Bad("The body is null, but a value is needed.", "$")) : (value, null);
        }
        catch (JsonException exception)
        {
            return (default, Malformed(exception, type));
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or IOException))
        {
            // A constructor, a setter or a converter of the request type would not take what the client sent. Or it cannot take anything: hence the log.
            LogNotAcceptable(logger, exception, typeof(T).Name);
            return (default, Bad("A value of the body is not acceptable."));
        }
    }

    /// <summary>A body that does not say what it is counts as JSON: the clients and the queue of EAS send such ones.</summary>
    private static Problem? WrongFormat(string? contentType)
    {
        if (string.IsNullOrEmpty(contentType))
            return null;
        if (!MediaTypeHeaderValue.TryParse(contentType, out var mediaType) || !IsJson(mediaType))
            return new(StatusCodes.Status415UnsupportedMediaType, "The body has to be JSON: send the header Content-Type: application/json.");
        if (mediaType.Charset.HasValue && !IsUtf8(mediaType.Charset.Value))
            return new(StatusCodes.Status415UnsupportedMediaType, "The body has to be JSON in UTF-8.");
        return null;
    }

    // Not MatchesMediaType: it takes a range such as */*, which is nothing that a body can be.
    private static bool IsJson(MediaTypeHeaderValue mediaType) =>
        mediaType.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || mediaType.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase);

    private static bool IsUtf8(string charset) => charset.Trim('"').ToUpperInvariant() is "UTF-8" or "UTF8" or "US-ASCII";

    private static Problem Malformed<T>(JsonException exception, JsonTypeInfo<T> type) =>
        Bad(exception.InnerException is JsonException ? Syntax(exception) : Shape(exception, type), exception.Path) with
        {
            Line = exception.LineNumber + 1,
            BytePosition = exception.BytePositionInLine + 1,
        };

    // The reader's own message knows nothing of our types. It ends with the place, which has properties of its own here.
    private static string Syntax(JsonException exception)
    {
        var place = exception.Message.IndexOf(" Path: ", StringComparison.Ordinal);
        return "The body is not JSON: " + (place < 0 ? exception.Message : exception.Message[..place]);
    }

    // The serializer's message names .NET types, which are none of the client's business.
    private static string Shape<T>(JsonException exception, JsonTypeInfo<T> type)
    {
        var required = type.Properties.Where(property => property.IsRequired).Select(property => property.Name).ToList();
        var hint = exception.Path is null or "$" && required.Count > 0 ? $" Required are: {string.Join(", ", required)}." : "";
        return $"The value at {exception.Path ?? "$"} has the wrong type, or a required property is missing.{hint}";
    }

    [LoggerMessage(12, LogLevel.Information, "A body could not be read as {Type}; the client got 400")]
    static partial void LogNotAcceptable(ILogger logger, Exception exception, string type);

    private static Problem Bad(string detail, string? path = null) => new(StatusCodes.Status400BadRequest, detail) { JsonPath = path };
}
