using System.Diagnostics;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace EasGen.AspNetCore.Http;

/// <summary>A problem details body (RFC 9457). <c>line</c> and <c>bytePosition</c> count from 1. The names are part of it, whatever the app's options do to others.</summary>
internal sealed record Problem
{
    public Problem(int status, string detail) => (Status, Detail) = (status, detail);

    [JsonPropertyName("title")]
    public string Title => ReasonPhrases.GetReasonPhrase(Status);

    [JsonPropertyName("status")]
    public int Status { get; }

    [JsonPropertyName("detail")]
    public string Detail { get; }

    [JsonPropertyName("jsonPath"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? JsonPath { get; init; }

    [JsonPropertyName("line"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Line { get; init; }

    [JsonPropertyName("bytePosition"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? BytePosition { get; init; }

    [JsonPropertyName("traceId")]
    public string? TraceId { get; private init; }

    /// <summary>A header that says with the answer what else the client may do; none by default.</summary>
    [JsonIgnore]
    public (string Name, string Value)? Header { get; init; }

    /// <summary>
    /// Replaces whatever was to be answered. A response that has begun is cut off, because a half truth looks like the truth;
    /// but a stream of events has room for one more.
    /// </summary>
    public Task Write(HttpContext context)
    {
        var problem = this with { TraceId = Activity.Current?.Id ?? context.TraceIdentifier };
        if (context.Response.HasStarted && context.Features.Get<EventStream>() is { } events)
            return events.End(problem);
        if (context.Response.HasStarted)
        {
            context.Abort();
            return Task.CompletedTask;
        }

        context.Response.Clear();
        context.Response.StatusCode = Status;
        if (Header is { } header)
            context.Response.Headers[header.Name] = header.Value;
        if (HttpProtocol.IsHttp11(context.Request.Protocol) && MayLeaveBody(context))
            context.Response.Headers.Connection = "close";
        return context.WriteJson(problem, EasJsonContext.Default.Problem, "application/problem+json");
    }

    // What is left of a body the server reads after the answer, unless it is too large, which without a length is not known yet, or
    // too slow. Then it closes the connection, and a client that has not been told loses the next request that it sends there.
    private bool MayLeaveBody(HttpContext context) =>
        Status is StatusCodes.Status413PayloadTooLarge or StatusCodes.Status408RequestTimeout
        || (context.Request.ContentLength is null && context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true });
}
