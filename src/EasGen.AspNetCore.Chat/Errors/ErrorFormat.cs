using EasGen.AspNetCore.Chat.Contracts;
using EasGen.AspNetCore.Http;
using EasGen.AspNetCore.Predict;
using Microsoft.AspNetCore.Http;

namespace EasGen.AspNetCore.Chat.Errors;

/// <summary>Errors as clients of OpenAI's API read them, as a body or as the last event of a stream.</summary>
internal sealed class ErrorFormat : ProblemFormat
{
    private const string MediaType = "application/json";

    private ErrorFormat()
    {
    }

    public static ErrorFormat Instance { get; } = new();

    public override int[] Statuses { get; } = [.. PredictEndpoint.Problems, StatusCodes.Status404NotFound];

    public override ProducesResponseTypeMetadata Produces(int status) => new(status, typeof(ErrorBody), [MediaType]);

    /// <summary>Tells the log's lines of the request, where these clients look for it.</summary>
    public static void Identify(HttpContext context) => context.Response.Headers["x-request-id"] = TraceIdOf(context);

    protected override Task Write(HttpContext context, Problem problem)
    {
        Identify(context);
        // By themselves these clients repeat such a request twice, and the model would work three times for nothing.
        if (problem.Status is StatusCodes.Status408RequestTimeout or StatusCodes.Status500InternalServerError)
            context.Response.Headers["x-should-retry"] = "false";
        return context.WriteJson(BodyOf(problem), ChatJson.Plain.ErrorBody, MediaType);
    }

    // The clients for Python and JavaScript throw at an event with an error. That for .NET takes it for an empty chunk and the end of
    // the response for that of the answer: for it the connection breaks, once the event is there.
    protected override async Task End(HttpContext context, EventStream events, Problem problem)
    {
        await events.End(BodyOf(problem), ChatJson.Plain.ErrorBody).ConfigureAwait(false);
        await context.Cut().ConfigureAwait(false);
    }

    private static ErrorBody BodyOf(Problem problem) => new()
    {
        Error = new()
        {
            Message = problem.Detail!,
            Type = problem.Status switch
            {
                StatusCodes.Status429TooManyRequests => "rate_limit_error",
                >= 500 => "server_error",
                _ => "invalid_request_error",
            },
            // A name with signs in it comes without a dot: $['my.key'].
            Param = problem.JsonPath is { Length: > 1 } path ? path[1..].TrimStart('.') : null,
            Code = problem.Code ?? CodeOf(problem.Status!.Value),
        },
    };

    private static string? CodeOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "invalid_request",
        StatusCodes.Status408RequestTimeout => "request_timeout",
        StatusCodes.Status413PayloadTooLarge => "request_too_large",
        StatusCodes.Status415UnsupportedMediaType => "unsupported_media_type",
        StatusCodes.Status429TooManyRequests => "rate_limit_exceeded",
        StatusCodes.Status500InternalServerError => "internal_error",
        StatusCodes.Status503ServiceUnavailable => "service_unavailable",
        _ => null,
    };
}
