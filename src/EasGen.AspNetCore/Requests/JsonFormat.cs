using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EasGen.AspNetCore.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace EasGen.AspNetCore.Requests;

/// <summary>JSON in UTF-8, by the app's contract of the type.</summary>
internal sealed partial class JsonFormat<T>(JsonTypeInfo<T> type, ILogger logger) : RequestFormat<T>
    where T : notnull
{
    public override string MediaType => "application/json";

    public override string? Example() => JsonExample.Of(type);

    // No text of JSON holds an apostrophe: the encoder escapes it.
    public override string? Curl() => Example() is { } json ? $"--json '{json}'" : null;

    // Not MatchesMediaType: it takes a range such as */*, which is nothing that a body can be.
    public override bool Takes(MediaTypeHeaderValue? mediaType) =>
        mediaType is not null && IsUtf8(mediaType)
        && (mediaType.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase)
            || mediaType.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase));

    public override async ValueTask<T> Read(Stream body, CancellationToken cancellationToken)
    {
        try
        {
            var value = await JsonSerializer.DeserializeAsync(body, type, cancellationToken).ConfigureAwait(false);
            return value is null ? throw new UnacceptableBodyException("The body is null, but a value is needed.", "$") : value;
        }
        catch (JsonException exception)
        {
            throw new UnacceptableBodyException(Malformed(exception));
        }
        catch (Exception exception) when (exception is not (UnacceptableBodyException or OperationCanceledException or IOException))
        {
            // A constructor, a setter or a converter of the request type would not take what the client sent. Or it
            // cannot take anything: hence the log.
            LogNotAcceptable(exception, typeof(T).Name);
            throw new UnacceptableBodyException("A value of the body is not acceptable.");
        }
    }

    private Problem Malformed(JsonException exception) =>
        new(StatusCodes.Status400BadRequest, exception.InnerException is JsonException ? Syntax(exception) : Shape(exception))
        {
            JsonPath = exception.Path,
            Line = exception.LineNumber + 1,
            BytePosition = exception.BytePositionInLine + 1,
        };

    // The reader's own message knows nothing of our types. It ends with the place, which has properties of its own here.
    private static string Syntax(JsonException exception)
    {
        var place = exception.Message.IndexOf(" Path: ", StringComparison.Ordinal);
        var hint = typeof(T) == typeof(string) ? " Text without quotes needs the header Content-Type: text/plain." : "";
        return $"The body is not JSON: {(place < 0 ? exception.Message : exception.Message[..place])}{hint}";
    }

    // The serializer's message names .NET types, which are none of the client's business.
    private string Shape(JsonException exception)
    {
        var required = type.Properties.Where(property => property.IsRequired).Select(property => property.Name).ToList();
        var hint = exception.Path is null or "$" && required.Count > 0 ? $" Required are: {string.Join(", ", required)}." : "";
        return $"The value at {exception.Path ?? "$"} has the wrong type, or a required property is missing.{hint}";
    }

    [LoggerMessage(12, LogLevel.Information, "A body could not be read as {Type}; the client got 400")]
    partial void LogNotAcceptable(Exception exception, string type);
}
