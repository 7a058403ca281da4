using System.Text.Json;
using EasGen.AspNetCore.Calls;
using EasGen.AspNetCore.Http;
using Microsoft.AspNetCore.Http;

namespace EasGen.AspNetCore.Predict;

/// <summary>A predict method that answers item by item: each is an event, sent at once.</summary>
internal sealed class StreamDefinition<TService, TRequest, TItem>(
    string route,
    PredictOptions? options,
    Func<TService, TRequest, CancellationToken, ValueTask<IAsyncEnumerable<TItem>>> predict)
    : PredictDefinition<TService, TRequest>(route, options, isSynchronous: false)
    where TService : class
    where TRequest : notnull
{
    protected override Responder<TService, TRequest> Respond(JsonSerializerOptions json, PredictCalls calls, IServiceProvider services)
    {
        var type = json.Contract<TItem>(Route);
        return new(new(
            StatusCodes.Status200OK,
            typeof(TItem),
            [EventStream.ContentType]), async (context, service, request, cancellationToken) =>
        {
            if (calls.Enter(cancellationToken) is not { } scope)
                return false;
            var steps = await Steps<TItem>.Begin(calls, Predict, (service, request), scope, cancellationToken).ConfigureAwait(false);
            var events = new EventStream(context);
            await using (steps.ConfigureAwait(false))
            {
                while (await steps.Next().ConfigureAwait(false))
                    await events.Write(steps.Current, type, cancellationToken).ConfigureAwait(false);
            }
            events.Begin();
            return true;
        });
    }

    private ValueTask<IAsyncEnumerable<TItem>> Predict((TService Service, TRequest Request) of, CancellationToken cancellationToken) =>
        predict(of.Service, of.Request, cancellationToken);
}
