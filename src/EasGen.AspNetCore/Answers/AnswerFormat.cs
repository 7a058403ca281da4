using System.Text.Json;
using EasGen.AspNetCore.Http;
using EasGen.AspNetCore.Predict;
using Microsoft.AspNetCore.Http;

namespace EasGen.AspNetCore.Answers;

/// <summary>How the answer of a predict method becomes the body of a response.</summary>
/// <param name="Produces">What API descriptions say about it.</param>
/// <param name="Write">Writes one answer.</param>
internal sealed record AnswerFormat<T>(ProducesResponseTypeMetadata Produces, Func<HttpContext, T, CancellationToken, Task> Write);

internal static class AnswerFormat
{
    private const string Binary = "application/octet-stream";

    /// <param name="options">The app's, which have the contract of a type that is answered as JSON.</param>
    /// <param name="route">Where the method answers, for messages.</param>
    public static AnswerFormat<T> Of<T>(JsonSerializerOptions options, string route)
    {
        if (typeof(IResult).IsAssignableFrom(typeof(T)))
            return new(new(StatusCodes.Status200OK), static (context, answer, _) => ((IResult)answer!).ExecuteAsync(context));
        if (typeof(Stream).IsAssignableFrom(typeof(T)))
            return new(BinaryAnswer(), static (context, answer, cancellationToken) =>
                context.WriteStream((Stream?)(object?)answer, Binary, cancellationToken));
        if (typeof(T) == typeof(byte[]))
            return new(BinaryAnswer(), static (context, answer, _) => context.WriteBytes((byte[]?)(object?)answer, Binary));
        if (typeof(T) == typeof(ReadOnlyMemory<byte>))
            return new(BinaryAnswer(), static (context, answer, _) => context.WriteBytes((ReadOnlyMemory<byte>)(object)answer!, Binary));

        var type = options.Contract<T>(route);
        return new(
            new(StatusCodes.Status200OK, typeof(T), ["application/json"]),
            (context, answer, _) => context.WriteJson(answer, type, "application/json"));
    }

    // A byte[] would be described as Base64.
    private static ProducesResponseTypeMetadata BinaryAnswer() => new(StatusCodes.Status200OK, typeof(Stream), [Binary]);
}
