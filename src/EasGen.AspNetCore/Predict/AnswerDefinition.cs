using System.Text.Json;
using EasGen.AspNetCore.Http;
using Microsoft.AspNetCore.Http;

namespace EasGen.AspNetCore.Predict;

/// <summary>A predict method that answers as a whole.</summary>
internal sealed class AnswerDefinition<TService, TRequest, TResponse>(
    string route,
    Func<TService, TRequest, CancellationToken, ValueTask<TResponse>> predict)
    : PredictDefinition<TService, TRequest>(route, new(StatusCodes.Status200OK, typeof(TResponse), ["application/json"]))
    where TService : class
    where TRequest : notnull
{
    protected override Respond<TService, TRequest> Responder(JsonSerializerOptions options)
    {
        var type = options.Contract<TResponse>(Route);
        return async (context, service, request, cancellationToken) =>
        {
            var response = await predict(service, request, cancellationToken).InTime(cancellationToken).ConfigureAwait(false);
            await context.WriteJson(response, type, "application/json").ConfigureAwait(false);
        };
    }
}
