using Microsoft.AspNetCore.Http;
using Yarp.ReverseProxy.Forwarder;

namespace EasGen.Rehearsal.Traffic;

/// <summary>What became of a request that was sent on to an instance.</summary>
internal static class ForwardedOutcome
{
    /// <summary>Null when the caller has gone.</summary>
    /// <param name="context">The request.</param>
    /// <param name="error">What went wrong between the router and the instance.</param>
    /// <param name="isOver">Whether the response timeout is over.</param>
    /// <param name="anyAnswerCounts">Whether an answer is one whatever it says, unless the service has failed.</param>
    public static ExchangeOutcome? Of(HttpContext context, ForwarderError error, bool isOver, bool anyAnswerCounts) => error switch
    {
        ForwarderError.None => Of(context.Response.StatusCode, anyAnswerCounts),
        _ when isOver => TimeOut(context),
        ForwarderError.RequestCanceled or ForwarderError.RequestBodyCanceled or ForwarderError.ResponseBodyCanceled
            or ForwarderError.RequestBodyClient or ForwarderError.ResponseBodyClient => null,
        ForwarderError.Request => IsRefused(context) ? ExchangeOutcome.Refused : ExchangeOutcome.Lost,
        ForwarderError.ResponseBodyDestination => ExchangeOutcome.Cut,
        _ => ExchangeOutcome.Lost,
    };

    private static ExchangeOutcome TimeOut(HttpContext context)
    {
        if (!context.Response.HasStarted)
            context.Response.StatusCode = StatusCodes.Status408RequestTimeout;
        return ExchangeOutcome.TimedOut;
    }

    private static ExchangeOutcome Of(int status, bool anyAnswerCounts) => status switch
    {
        408 => ExchangeOutcome.TimedOut,
        429 or 450 => ExchangeOutcome.TurnedAway,
        >= 500 => ExchangeOutcome.ServerError,
        >= 300 when !anyAnswerCounts => ExchangeOutcome.Rejected,
        _ => ExchangeOutcome.Answered,
    };

    private static bool IsRefused(HttpContext context)
    {
        for (var problem = context.Features.Get<IForwarderErrorFeature>()?.Exception; problem is not null; problem = problem.InnerException)
        {
            if (problem is System.Net.Sockets.SocketException { SocketErrorCode: System.Net.Sockets.SocketError.ConnectionRefused })
                return true;
        }
        return false;
    }
}
