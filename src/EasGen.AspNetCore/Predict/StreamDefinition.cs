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
            var events = await calls.Send(context, Predict, (service, request), type, cancellationToken).ConfigureAwait(false);
            events?.Begin();
            return events is not null;
        });
    }

    private ValueTask<IAsyncEnumerable<TItem>> Predict((TService Service, TRequest Request) of, CancellationToken cancellationToken) =>
        predict(of.Service, of.Request, cancellationToken);
}
