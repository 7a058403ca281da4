using System.Diagnostics;
using EasGen.AspNetCore.Predict;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace EasGen.AspNetCore.Http;

/// <summary>How an endpoint tells its clients of a problem.</summary>
internal abstract class ProblemFormat
{
    /// <summary>The statuses of the problems that an endpoint can have.</summary>
    public virtual int[] Statuses => PredictEndpoint.Problems;

    /// <summary>What API descriptions say about the problems of a status.</summary>
    public abstract ProducesResponseTypeMetadata Produces(int status);

    /// <summary>
    /// Replaces whatever was to be answered. A response that has begun is cut off, because a half truth looks like the truth;
    /// but a stream of events has room for one more.
    /// </summary>
    public Task Answer(HttpContext context, Problem problem)
    {
        if (context.Response.HasStarted)
            return EndStarted(context, problem);

        context.Response.Clear();
        context.Response.StatusCode = problem.Status!.Value;
        if (problem.Header is { } header)
            context.Response.Headers[header.Name] = header.Value;
        if (HttpProtocol.IsHttp11(context.Request.Protocol) && MayLeaveBody(context, problem))
            context.Response.Headers.Connection = "close";
        return Write(context, problem);
    }

    /// <summary>Writes the body of the response.</summary>
    protected abstract Task Write(HttpContext context, Problem problem);

    /// <summary>Ends a stream of events that has begun.</summary>
    protected abstract Task End(HttpContext context, EventStream events, Problem problem);

    protected static string TraceIdOf(HttpContext context) => Activity.Current?.Id ?? context.TraceIdentifier;

    private Task EndStarted(HttpContext context, Problem problem)
    {
        if (context.Features.Get<EventStream>() is { } events)
            return End(context, events, problem);
        context.Abort();
        return Task.CompletedTask;
    }

    // What is left of a body the server reads after the answer, unless it is too large, which without a length is not known yet, or
    // too slow. Then it closes the connection, and a client that has not been told loses the next request that it sends there.
    private static bool MayLeaveBody(HttpContext context, Problem problem) =>
        problem.Status is StatusCodes.Status413PayloadTooLarge or StatusCodes.Status408RequestTimeout
        || (context.Request.ContentLength is null && context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true });
}
