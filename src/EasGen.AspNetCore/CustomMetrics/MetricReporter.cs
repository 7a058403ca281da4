using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EasGen.AspNetCore.CustomMetrics;

/// <summary>
/// Posts the custom metrics to the engine of EAS, which runs beside the service. Whatever the engine does, the service does
/// not notice: each post has its time limit, the values of one that fails are lost, and only the first failure is said.
/// </summary>
internal sealed partial class MetricReporter(
    EasServiceDescription description,
    MetricTarget target,
    IMeterFactory meters,
    ILogger<MetricReporter> logger) : BackgroundService
{
    // Listens from the beginning: a gauge may be set once, while the predictor loads.
    private readonly MetricReadings readings = new(description.CustomMetrics, meters, TimeProvider.System);
    private bool hasFailed;

    public override void Dispose()
    {
        readings.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // No proxy between two programs of one instance, and no trace of every post.
        using var handler = new SocketsHttpHandler { UseProxy = false, ActivityHeadersPropagator = null };
        using var client = new HttpClient(handler) { Timeout = target.Timeout };
        using var timer = new PeriodicTimer(target.Period);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
            await Report(client, stoppingToken).ConfigureAwait(false);
    }

    private async Task Report(HttpClient client, CancellationToken stoppingToken)
    {
        try
        {
            var (read, failure) = readings.Read();
            if (read.Count > 0)
                await Post(read, client, stoppingToken).ConfigureAwait(false);
            if (failure is not null)
                throw failure;
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            if (!hasFailed)
                LogFailed(target.Address, Reason(exception));
            hasFailed = true;
        }
    }

    // One sentence, as another follows it.
    private string Reason(Exception exception)
    {
        var reason = exception is OperationCanceledException
            ? string.Create(CultureInfo.InvariantCulture, $"no answer within {target.Timeout.TotalSeconds} s")
            : exception.InnerException?.Message ?? exception.Message;
        return reason.TrimEnd('.') + ".";
    }

    private async Task Post(List<MetricReading> read, HttpClient client, CancellationToken stoppingToken)
    {
        // Of a known length: the engine need not know chunks.
        using var body = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(read, EasJsonContext.Default.ListMetricReading));
        body.Headers.ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json, "utf-8");
        using var request = new HttpRequestMessage(HttpMethod.Post, target.Address) { Content = body };
        using var answer = await client
            .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stoppingToken)
            .ConfigureAwait(false);
        answer.EnsureSuccessStatusCode();
    }

    [LoggerMessage(
        40,
        LogLevel.Warning,
        "The custom metrics could not be posted to {Address}: {Reason} The service goes on trying, and does not say so again.")]
    partial void LogFailed(Uri address, string reason);
}
