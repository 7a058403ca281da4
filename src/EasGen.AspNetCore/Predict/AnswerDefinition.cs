using System.Text.Json;
using EasGen.AspNetCore.Answers;
using EasGen.AspNetCore.Calls;

namespace EasGen.AspNetCore.Predict;

/// <summary>A predict method that answers as a whole.</summary>
internal class AnswerDefinition<TService, TRequest, TResponse>(
    string route,
    PredictOptions? options,
    bool isSynchronous,
    Func<TService, TRequest, CancellationToken, ValueTask<TResponse>> predict)
    : PredictDefinition<TService, TRequest>(route, options, isSynchronous)
    where TService : class
    where TRequest : notnull
{
    protected override Responder<TService, TRequest> Respond(JsonSerializerOptions json, PredictCalls calls, IServiceProvider services)
    {
        var format = Format(json);
        return new(format.Produces, async (context, service, request, cancellationToken) =>
        {
            if (calls.Enter(cancellationToken) is not { } scope)
                return false;
            var call = await calls.Start(Predict, (service, request), scope, cancellationToken).ConfigureAwait(false);
            var answer = await call.ConfigureAwait(false);
            await format.Write(context, answer, cancellationToken).ConfigureAwait(false);
            return true;
        });
    }

    /// <summary>How the answer is written.</summary>
    /// <param name="json">The app's options, which have the contract of an answer of the app.</param>
    protected virtual AnswerFormat<TResponse> Format(JsonSerializerOptions json) => AnswerFormat.Of<TResponse>(json, Route);

    private ValueTask<TResponse> Predict((TService Service, TRequest Request) of, CancellationToken cancellationToken) =>
        predict(of.Service, of.Request, cancellationToken);
}
