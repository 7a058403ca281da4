using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EasGen.Api.Signing;
using Polly;
using Polly.Retry;

namespace EasGen.Api;

/// <summary>Sends calls. Only those that read are sent again, each time signed anew: no other may be done twice.</summary>
/// <remarks>
/// <see cref="SocketsHttpHandler"/> sends a request without a body again by itself, when a connection that it has used before is closed
/// in an orderly way instead of an answer. That one has the same nonce, and is refused for it: nothing is done twice, and whether the
/// first one was done is not told.
/// </remarks>
internal sealed class EasSender
{
    private const string RetryAfterHeader = "x-acs-retry-after";

    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    private readonly HttpClient http;
    private readonly EasClientOptions options;
    private readonly ResiliencePipeline reading;

    public EasSender(HttpClient http, EasClientOptions options)
    {
        (this.http, this.options) = (http, options);
        reading = options.MaxRetries == 0
            ? ResiliencePipeline.Empty
            : new ResiliencePipelineBuilder { TimeProvider = options.TimeProvider }
                .AddRetry(new RetryStrategyOptions
                {
                    MaxRetryAttempts = options.MaxRetries,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    MaxDelay = LongestDelay,
                    ShouldHandle = static outcome => ValueTask.FromResult(MayPass(outcome.Outcome.Exception)),
                    DelayGenerator = static outcome => ValueTask.FromResult((outcome.Outcome.Exception as EasApiException)?.RetryAfter),
                })
                .Build();
    }

    public async Task<T> SendAsync<T>(EasCall call, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var (status, body) = call.Method == HttpMethod.Get
            ? await reading.ExecuteAsync(async token => await SendOnceAsync(call, token), cancellationToken)
            : await SendOnceAsync(call, cancellationToken);
        return Read(call, status, body, type);
    }

    /// <summary>Sends a call whose answer says nothing more than that it was taken.</summary>
    public async Task SendAsync(EasCall call, CancellationToken cancellationToken)
    {
        var (status, body) = await SendOnceAsync(call, cancellationToken);
        if (body.Length > 0)
            _ = Read(call, status, body, EasJsonContext.Default.JsonObject);
    }

    private static T Read<T>(EasCall call, HttpStatusCode status, byte[] body, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(body, type) ?? throw new JsonException("The answer is null.");
        }
        catch (JsonException problem)
        {
            throw new EasApiException(
                call.Action, status, null, "the answer is not what PAI-EAS answers; is the endpoint one of PAI-EAS?", null, problem);
        }
    }

    private async Task<(HttpStatusCode Status, byte[] Body)> SendOnceAsync(EasCall call, CancellationToken cancellationToken)
    {
        using var message = SignedMessage.Of(call, options, options.Credentials);
        using var answer = await AnswerAsync(message, call, cancellationToken);
        var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        if (answer.IsSuccessStatusCode)
            return (answer.StatusCode, body);
        var error = ErrorAnswer.Read(body);
        throw new EasApiException(call.Action, answer.StatusCode, error.Code, Hide(error.Message), error.RequestId)
        {
            RetryAfter = RetryAfter(answer),
        };
    }

    // What takes too long for the HttpClient looks like what somebody has cancelled.
    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage message, EasCall call, CancellationToken cancellationToken)
    {
        try
        {
            return await http.SendAsync(message, cancellationToken);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException($"{call.Action} was not answered in time.", late);
        }
    }

    // A wrong signature is answered with what the server has signed, the security token among it.
    private string? Hide(string? message) => options.Credentials.SecurityToken is { } token ? message?.Replace(token, "****") : message;

    private static bool MayPass(Exception? problem) => problem switch
    {
        EasApiException refused => refused.IsThrottled || refused.IsAnswerLost || (int)refused.StatusCode >= 500,
        HttpRequestException => true,
        _ => false,
    };

    private static TimeSpan? RetryAfter(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues(RetryAfterHeader, out var values)
        && int.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? TimeSpan.FromMilliseconds(Math.Min(milliseconds, LongestDelay.TotalMilliseconds))
            : null;
}
