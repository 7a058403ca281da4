using EasGen.AspNetCore.Batches;
using EasGen.AspNetCore.Http;
using EasGen.AspNetCore.Loading;
using EasGen.AspNetCore.Requests;
using EasGen.AspNetCore.Shutdown;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EasGen.AspNetCore.Predict;

/// <summary>Reads a request, has it answered in time, and says what went wrong.</summary>
internal sealed partial class PredictEndpoint<TService, TRequest>(
    EasServiceDescription description,
    RequestBody<TRequest> body,
    Respond<TService, TRequest> respond,
    Predictor<TService> predictor,
    RequestsInFlight requests,
    ProblemFormat problems,
    ILogger logger)
    where TService : class
    where TRequest : notnull
{
    public async Task Answer(HttpContext context)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, requests.Cut);
        if (description.RequestTimeoutMilliseconds is { } milliseconds)
            patience.CancelAfter(milliseconds);

        requests.Begin();
        try
        {
            if (await Serve(context, patience.Token).ConfigureAwait(false) is { } problem)
                await problems.Answer(context, problem).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is ClientLeftException || context.RequestAborted.IsCancellationRequested)
        {
            // Nobody reads the answer any more; the status is for metrics.
            if (!context.Response.HasStarted)
                context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (OperationCanceledException) when (requests.Cut.IsCancellationRequested)
        {
            await problems
                .Answer(context, Unavailable($"{description.Name} is shutting down; another instance may answer."))
                .ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            LogTimeout(description.Name, description.RequestTimeoutMilliseconds);
            var answer = context.Response.HasStarted ? "No end of the answer" : "No answer";
            await problems
                .Answer(context, new(StatusCodes.Status408RequestTimeout, $"{answer} within {description.RequestTimeoutMilliseconds} ms."))
                .ConfigureAwait(false);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode is >= 400 and < 500)
        {
            await problems.Answer(context, new(exception.StatusCode, exception.Message)).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            if (exception is not BatchFailedException)
                LogFailure(exception, description.Name, context.Request.Path);
            await problems
                .Answer(context, new(StatusCodes.Status500InternalServerError, "The prediction failed; the log of the service says why."))
                .ConfigureAwait(false);
        }
        finally
        {
            requests.End();
        }
    }

    private async Task<Problem?> Serve(HttpContext context, CancellationToken cancellationToken)
    {
        if (predictor.Loaded is not { } service)
            return Unavailable($"{description.Name} is not loaded; its startup probe says more.");

        var (request, problem) = await body.Read(context, cancellationToken).ConfigureAwait(false);
        if (problem is not null)
            return problem;

        return await respond(context, service, request!, cancellationToken).ConfigureAwait(false)
            ? null
            : Later(StatusCodes.Status429TooManyRequests, $"{description.Name} is busy, and enough requests wait already.");
    }

    private static Problem Unavailable(string detail) => Later(StatusCodes.Status503ServiceUnavailable, detail);

    private static Problem Later(int status, string detail) => new(status, detail) { Header = ("Retry-After", "1") };

    [LoggerMessage(10, LogLevel.Warning, "{Service} took longer than the declared {Milliseconds} ms for a request")]
    partial void LogTimeout(string service, int? milliseconds);

    [LoggerMessage(11, LogLevel.Error, "{Service} failed to answer POST {Path}")]
    partial void LogFailure(Exception exception, string service, string path);
}

internal static class PredictEndpoint
{
    /// <summary>The statuses that a predict endpoint answers with a problem.</summary>
    public static readonly int[] Problems =
    [
        StatusCodes.Status400BadRequest,
        StatusCodes.Status408RequestTimeout,
        StatusCodes.Status413PayloadTooLarge,
        StatusCodes.Status415UnsupportedMediaType,
        StatusCodes.Status429TooManyRequests,
        StatusCodes.Status500InternalServerError,
        StatusCodes.Status503ServiceUnavailable,
    ];
}
