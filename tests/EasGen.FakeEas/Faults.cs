using System.Collections.Concurrent;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace EasGen.FakeEas;

/// <summary>How a call goes wrong.</summary>
public enum Fault
{
    /// <summary>The connection breaks before anything is done.</summary>
    LostBefore,

    /// <summary>It is done, and the connection breaks before the answer.</summary>
    LostAfter,

    /// <summary>It is done, and the connection is closed in an orderly way instead of an answer.</summary>
    ClosedAfter,

    /// <summary>It is done, and the answer takes its time.</summary>
    Slow,

    /// <summary>HTTP 503, and nothing is done.</summary>
    Unavailable,

    /// <summary>HTTP 429 with the wish to wait, and nothing is done.</summary>
    Throttled,

    /// <summary>HTTP 409: another change is being made.</summary>
    Conflict,

    /// <summary>It is done, and half of the answer comes.</summary>
    HalfAnswer,

    /// <summary>A page that no API sends, with HTTP 200.</summary>
    NoApi,
}

/// <summary>What goes wrong next: each fault once.</summary>
public sealed class Faults
{
    private static readonly TimeSpan Slowness = TimeSpan.FromSeconds(2);

    private readonly ConcurrentQueue<(string Action, Fault Fault)> planned = new();

    /// <param name="action">The call, as <c>UpdateService</c>.</param>
    /// <param name="fault">How it goes wrong.</param>
    /// <param name="times">How often in a row.</param>
    public void Plan(string action, Fault fault, int times = 1)
    {
        for (var i = 0; i < times; i++)
            planned.Enqueue((action, fault));
    }

    // The first in the queue waits for its own call.
    private Fault? Next(string action)
    {
        lock (planned)
            return planned.TryPeek(out var first) && first.Action == action && planned.TryDequeue(out first) ? first.Fault : null;
    }

    internal async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        if (Next(context.Request.Headers["x-acs-action"].ToString()) is not { } fault)
        {
            await next(context);
            return;
        }
        switch (fault)
        {
            case Fault.LostBefore:
                context.Abort();
                return;
            case Fault.Unavailable:
                throw new Refusal(503, "ServiceUnavailable", "The service is unavailable.");
            case Fault.Throttled:
                context.Response.Headers["x-acs-retry-after"] = "10";
                throw new Refusal(429, "Throttling.User", "Request was denied due to user flow control.");
            case Fault.Conflict:
                throw new Refusal(409, "Conflict", "Another change of the service is being made.");
            case Fault.NoApi:
                await context.Response.WriteAsync("<html>Welcome</html>");
                return;
        }
        var kept = await KeptAnswer.OfAsync(context, next);
        if (fault == Fault.Slow)
        {
            await Task.Delay(Slowness);
            await context.Response.Body.WriteAsync(kept);
            return;
        }
        if (fault == Fault.ClosedAfter)
            await CloseAsync(context);
        if (fault == Fault.HalfAnswer)
        {
            context.Response.ContentLength = null;
            await context.Response.Body.WriteAsync(kept.AsMemory(0, kept.Length / 2));
            return;
        }
        context.Abort();
    }

    // The end of what is said, which a reset would overtake: it waits until the other side has closed too.
    private static async Task CloseAsync(HttpContext context)
    {
        context.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket.Shutdown(SocketShutdown.Send);
        using var closed = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        closed.CancelAfter(Slowness);
        try
        {
            await Task.Delay(Timeout.Infinite, closed.Token);
        }
        catch (OperationCanceledException)
        {
            // Either way it is over.
        }
    }
}
