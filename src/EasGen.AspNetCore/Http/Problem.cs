using System.Diagnostics;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace EasGen.AspNetCore.Http;

/// <summary>
/// The framework's problem details, and where in the body a request is wrong. <c>line</c> and <c>bytePosition</c> count
/// from 1.
/// </summary>
internal sealed class Problem : ProblemDetails
{
    public Problem(int status, string detail) =>
        (Status, Title, Detail) = (status, ReasonPhrases.GetReasonPhrase(status), detail);

    [JsonPropertyName("jsonPath"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? JsonPath { get; init; }

    [JsonPropertyName("line"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Line { get; init; }

    [JsonPropertyName("bytePosition"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? BytePosition { get; init; }

    /// <summary>Tells the log's lines of the request; of an app that writes problems itself, its writer adds it.</summary>
    [JsonPropertyName("traceId"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TraceId { get; private set; }

    /// <summary>A header that says with the answer what else the client may do; none by default.</summary>
    [JsonIgnore]
    public (string Name, string Value)? Header { get; init; }

    /// <summary>
    /// Replaces whatever was to be answered. A response that has begun is cut off, because a half truth looks like the truth;
    /// but a stream of events has room for one more.
    /// </summary>
    public async Task Write(HttpContext context)
    {
        if (context.Response.HasStarted)
        {
            await EndStarted(context).ConfigureAwait(false);
            return;
        }

        context.Response.Clear();
        context.Response.StatusCode = Status!.Value;
        if (Header is { } header)
            context.Response.Headers[header.Name] = header.Value;
        if (HttpProtocol.IsHttp11(context.Request.Protocol) && MayLeaveBody(context))
            context.Response.Headers.Connection = "close";
        if (await WriteAsAppWants(context).ConfigureAwait(false))
            return;
        AddTraceId(context);
        await context.WriteJson(this, EasJsonContext.Default.Problem, "application/problem+json").ConfigureAwait(false);
    }

    private void AddTraceId(HttpContext context) => TraceId = Activity.Current?.Id ?? context.TraceIdentifier;

    private Task EndStarted(HttpContext context)
    {
        if (context.Features.Get<EventStream>() is { } events)
        {
            AddTraceId(context);
            return events.End(this);
        }
        context.Abort();
        return Task.CompletedTask;
    }

    // AddProblemDetails: the app adds to all its problems, or writes them in another way.
    private async ValueTask<bool> WriteAsAppWants(HttpContext context) =>
        context.RequestServices.GetService<IProblemDetailsService>() is { } problems
        && await problems.TryWriteAsync(new() { HttpContext = context, ProblemDetails = this }).ConfigureAwait(false);

    // What is left of a body the server reads after the answer, unless it is too large, which without a length is not known yet, or
    // too slow. Then it closes the connection, and a client that has not been told loses the next request that it sends there.
    private bool MayLeaveBody(HttpContext context) =>
        Status is StatusCodes.Status413PayloadTooLarge or StatusCodes.Status408RequestTimeout
        || (context.Request.ContentLength is null && context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true });
}
