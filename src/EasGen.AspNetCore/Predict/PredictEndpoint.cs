using System.Text.Json.Serialization.Metadata;
using EasGen.AspNetCore.Http;
using EasGen.AspNetCore.Loading;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EasGen.AspNetCore.Predict;

/// <summary>Has the predictor answer one request, and writes the answer.</summary>
internal delegate Task Respond<TService, TRequest>(HttpContext context, TService service, TRequest request, CancellationToken cancellationToken);

/// <summary>Reads a request, has it answered in time, and says what went wrong.</summary>
internal sealed partial class PredictEndpoint<TService, TRequest>(
    EasServiceDescription description,
    JsonTypeInfo<TRequest> requestType,
    Respond<TService, TRequest> respond,
    Predictor<TService> predictor,
    ILogger logger)
    where TService : class
    where TRequest : notnull
{
    public async Task Answer(HttpContext context)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        if (description.RequestTimeoutMilliseconds is { } milliseconds)
            patience.CancelAfter(milliseconds);

        try
        {
            if (await Serve(context, patience.Token).ConfigureAwait(false) is { } problem)
                await problem.Write(context).ConfigureAwait(false);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody reads the answer any more; the status is for metrics.
            if (!context.Response.HasStarted)
                context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            LogTimeout(description.Name, description.RequestTimeoutMilliseconds);
            var answer = context.Response.HasStarted ? "No end of the answer" : "No answer";
            await new Problem(StatusCodes.Status408RequestTimeout, $"{answer} within {description.RequestTimeoutMilliseconds} ms.").Write(context).ConfigureAwait(false);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode is >= 400 and < 500)
        {
            await new Problem(exception.StatusCode, exception.Message).Write(context).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            LogFailure(exception, description.Name, context.Request.Path);
            await new Problem(StatusCodes.Status500InternalServerError, "The prediction failed; the log of the service says why.").Write(context).ConfigureAwait(false);
        }
    }

    private async Task<Problem?> Serve(HttpContext context, CancellationToken cancellationToken)
    {
        if (predictor.Loaded is not { } service)
            return new(StatusCodes.Status503ServiceUnavailable, $"{description.Name} is not loaded; its startup probe says more.");

        var (request, problem) = await RequestBody.Read(context, requestType, description.MaxRequestBodyBytes, logger, cancellationToken).ConfigureAwait(false);
        if (problem is not null)
            return problem;

        await respond(context, service, request!, cancellationToken).ConfigureAwait(false);
        return null;
    }

    [LoggerMessage(10, LogLevel.Warning, "{Service} took longer than the declared {Milliseconds} ms for a request")]
    partial void LogTimeout(string service, int? milliseconds);

    [LoggerMessage(11, LogLevel.Error, "{Service} failed to answer POST {Path}")]
    partial void LogFailure(Exception exception, string service, string path);
}

internal static class PredictEndpoint
{
    /// <summary>The statuses that a predict endpoint answers with problem details.</summary>
    public static readonly int[] Problems =
    [
        StatusCodes.Status400BadRequest,
        StatusCodes.Status408RequestTimeout,
        StatusCodes.Status413PayloadTooLarge,
        StatusCodes.Status415UnsupportedMediaType,
        StatusCodes.Status500InternalServerError,
        StatusCodes.Status503ServiceUnavailable,
    ];
}
