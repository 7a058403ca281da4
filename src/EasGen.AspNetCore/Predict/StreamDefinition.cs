using System.Text.Json;
using EasGen.AspNetCore.Http;
using Microsoft.AspNetCore.Http;

namespace EasGen.AspNetCore.Predict;

/// <summary>A predict method that answers item by item: each is an event, sent at once.</summary>
internal sealed class StreamDefinition<TService, TRequest, TItem>(
    string route,
    Func<TService, TRequest, CancellationToken, ValueTask<IAsyncEnumerable<TItem>>> predict)
    : PredictDefinition<TService, TRequest>(route, new(StatusCodes.Status200OK, typeof(TItem), [EventStream.ContentType]))
    where TService : class
    where TRequest : notnull
{
    protected override Respond<TService, TRequest> Responder(JsonSerializerOptions options)
    {
        var type = options.Contract<TItem>(Route);
        return async (context, service, request, cancellationToken) =>
        {
            var items = await predict(service, request, cancellationToken).InTime(cancellationToken).ConfigureAwait(false);
            var events = new EventStream(context);
            var steps = new Steps<TItem>(items, cancellationToken);
            await using (steps.ConfigureAwait(false))
            {
                while (await steps.Next().ConfigureAwait(false))
                    await events.Write(steps.Current, type, cancellationToken).ConfigureAwait(false);
            }
            events.Begin();
        };
    }
}
