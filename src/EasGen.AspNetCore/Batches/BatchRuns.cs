using EasGen.AspNetCore.Calls;
using EasGen.AspNetCore.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EasGen.AspNetCore.Batches;

/// <summary>Runs the batches of one method, and hands each answer to its caller.</summary>
internal sealed partial class BatchRuns<TRequest, TResponse>(
    string route,
    Func<Batch<TRequest, TResponse>, CancellationToken, ValueTask<BatchItemResult<TResponse>[]>> method,
    PredictCalls calls,
    EasMetrics metrics,
    TimeProvider time,
    ILogger logger)
{
    /// <param name="batch">What runs.</param>
    /// <param name="release">Frees the place of the batch: before the callers are answered, who may ask again at once.</param>
    public async Task Run(Batch<TRequest, TResponse> batch, Action<Batch<TRequest, TResponse>> release)
    {
        var results = Array.Empty<BatchItemResult<TResponse>>();
        Exception? failure = null;
        try
        {
            metrics.BatchBegins(route, batch.Items.Select(item => time.GetElapsedTime(item.Arrived)));
            results = await Call(batch).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        if (failure is null)
        {
            release(batch);
            HandOut(batch, results);
            return;
        }
        try
        {
            Log(batch, failure);
        }
        finally
        {
            // Whatever a log does, the place is free and the callers are told.
            release(batch);
            Fail(batch, failure);
        }
    }

    private async Task<BatchItemResult<TResponse>[]> Call(Batch<TRequest, TResponse> batch)
    {
        var scope = calls.Begin(batch.Links);
        try
        {
            var call = await calls.Step(method, batch, scope, batch.Abandoned).ConfigureAwait(false);
            return await call.ConfigureAwait(false);
        }
        finally
        {
            scope.End();
        }
    }

    private void HandOut(Batch<TRequest, TResponse> batch, BatchItemResult<TResponse>[] results)
    {
        for (var i = 0; i < results.Length; i++)
        {
            var (item, result) = (batch.Items[i], results[i]);
            if (result.IsAnswer)
                item.Answer(result.Answer!);
            else if (result.Failure is { } refused)
                item.Fail(new BadHttpRequestException(refused.Detail, refused.Status));
            else
                item.Fail(new InvalidOperationException(
                    $"The batch method at {route} gave neither an answer nor a failure for request {i} of {results.Length}."));
        }
    }

    // Of a batch without callers, the call has logged it.
    private void Log(Batch<TRequest, TResponse> batch, Exception failure)
    {
        if (batch.Callers > 0 && failure is BadHttpRequestException)
            LogBlame(failure, batch.Items.Count, route);
        else if (batch.Callers > 0)
            LogFailure(failure, batch.Items.Count, route);
    }

    private static void Fail(Batch<TRequest, TResponse> batch, Exception failure)
    {
        var told = new BatchFailedException(failure);
        foreach (var item in batch.Items)
            item.Fail(told);
    }

    [LoggerMessage(15, LogLevel.Error, "A batch of {Count} at POST {Route} failed")]
    partial void LogFailure(Exception exception, int count, string route);

    [LoggerMessage(
        16,
        LogLevel.Error,
        "A batch of {Count} at POST {Route} failed as a whole; to refuse one request alone, return a BatchItemFailure for it")]
    partial void LogBlame(Exception exception, int count, string route);
}
