using System.Text.Json;
using System.Threading.RateLimiting;
using EasGen.AspNetCore.Answers;
using EasGen.AspNetCore.Calls;
using EasGen.AspNetCore.Predict;
using EasGen.AspNetCore.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EasGen.AspNetCore.Batches;

/// <summary>A predict method that takes many requests at once, each of whose callers sends one and gets one answer.</summary>
internal sealed class BatchDefinition<TService, TRequest, TItem, TResponse>(
    string route,
    BatchOptions options,
    bool isSynchronous,
    Func<TService, TRequest[], CancellationToken, ValueTask<IReadOnlyList<TItem>>> predict,
    Func<TItem, BatchItemResult<TResponse>> resultOf)
    : PredictDefinition<TService, TRequest>(route, options, isSynchronous)
    where TService : class
    where TRequest : notnull
{
    private readonly BatchLimits limits = BatchLimits.Of(options);
    private readonly string name = options.OperationId ?? $"at {route}";

    // The gathering knows which places are free, so that none waits here.
    protected override ConcurrencyLimiter? PlacesFrom(PredictThreads threads)
    {
        threads.KeepFor(IsSynchronous, limits.MaxConcurrency);
        return null;
    }

    protected override Responder<TService, TRequest> Respond(JsonSerializerOptions json, PredictCalls calls, IServiceProvider services)
    {
        var format = AnswerFormat.Of<TResponse>(json, Route);
        var metrics = services.GetRequiredService<EasMetrics>();
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger<TService>();
        var runs = new BatchRuns<(TService, TRequest), TResponse>(Route, Predict, calls, metrics, TimeProvider.System, logger);
        var gathering = new BatchGathering<(TService, TRequest), TResponse>(Route, limits, runs, metrics, TimeProvider.System);
        services.GetRequiredService<PredictThreads>().Own(gathering);
        return new(format.Produces, async (context, service, request, cancellationToken) =>
        {
            if (gathering.Ask((service, request), cancellationToken) is not { } asked)
                return false;
            var answer = await asked.ConfigureAwait(false);
            await format.Write(context, answer, cancellationToken).ConfigureAwait(false);
            return true;
        });
    }

    // A failure of all that is in here is one of the method.
    private async ValueTask<BatchItemResult<TResponse>[]> Predict(
        Batch<(TService Service, TRequest Request), TResponse> of,
        CancellationToken cancellationToken)
    {
        var requests = new TRequest[of.Items.Count];
        for (var i = 0; i < requests.Length; i++)
            requests[i] = of.Items[i].Request.Request;

        var given = requests.Length;
        var answers = await predict(of.Items[0].Request.Service, requests, cancellationToken).ConfigureAwait(false)
            ?? throw WrongAnswers(given, "null");
        if (answers.Count != given)
            throw WrongAnswers(given, $"{answers.Count} answers");

        // Copied, because the method may use the list again for the next batch.
        var results = new BatchItemResult<TResponse>[given];
        for (var i = 0; i < given; i++)
            results[i] = resultOf(answers[i]);
        return results;
    }

    private InvalidOperationException WrongAnswers(int given, string got) => new(
        $"The batch method {name} was given {given} requests and returned {got}; "
        + $"it has to return one answer for each request, in their order.");
}
