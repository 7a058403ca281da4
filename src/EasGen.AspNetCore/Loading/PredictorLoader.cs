using System.Diagnostics;
using EasGen.AspNetCore.Calls;
using EasGen.AspNetCore.Shutdown;
using EasGen.AspNetCore.Starting;
using EasGen.AspNetCore.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EasGen.AspNetCore.Loading;

/// <summary>
/// Constructs and loads the predictor in the background, so that the startup probe can say "not yet" meanwhile. A failure does not end
/// the process unless the service asks for it: the failure threshold of the startup probe decides, and until then the
/// probe tells the reason.
/// </summary>
internal sealed partial class PredictorLoader<TService>(
    IServiceProvider services,
    IHostApplicationLifetime lifetime,
    Predictor<TService> predictor,
    EasServiceBuilder<TService> declared,
    DrainState drain,
    RunningCalls running,
    ProcessEnd process,
    EasMetrics metrics,
    ILogger<PredictorLoader<TService>> logger) : IHostedService
    where TService : class
{
    // A model may block for minutes in its constructor: never on the thread that starts the host.
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = Task.Run(Load, CancellationToken.None);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task Load()
    {
        var stopping = lifetime.ApplicationStopping;
        var started = Stopwatch.GetTimestamp();
        using var activity = EasMetrics.Activities.StartActivity("load");
        running.Begin();
        try
        {
            var service = services.GetRequiredService<TService>();
            if (declared.Load is not null)
                await declared.Load(service, stopping).ConfigureAwait(false);

            metrics.Loaded(Stopwatch.GetElapsedTime(started), failure: null);
            predictor.SetLoaded(service);
            // Without a readiness probe nothing else tells the gateway.
            if (!declared.Probes.Exists(static probe => probe.Kind == ProbeKind.Readiness))
                drain.Offer();
            LogLoaded(typeof(TService).Name, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            metrics.Loaded(Stopwatch.GetElapsedTime(started), exception);
            activity?.SetTag(EasMetrics.ErrorTag, exception.GetType().FullName).SetStatus(ActivityStatusCode.Error);
            predictor.SetFailed(exception);
            if (declared.ExitsOnFailure)
                End(exception);
            else
                LogFailed(exception, typeof(TService).Name);
        }
        catch (Exception)
        {
            // The host stops: what the interrupted load has to complain about is of no interest any more.
        }
        finally
        {
            running.End();
        }
    }

    private void End(Exception exception)
    {
        LogFatal(exception, typeof(TService).Name);
        process.Fail();
    }

    [LoggerMessage(1, LogLevel.Information, "{Service} is loaded, after {Milliseconds} ms")]
    partial void LogLoaded(string service, long milliseconds);

    [LoggerMessage(2, LogLevel.Error, "{Service} could not be loaded; the startup probe fails until EAS replaces this instance")]
    partial void LogFailed(Exception exception, string service);

    [LoggerMessage(3, LogLevel.Critical, "{Service} could not be loaded; the process ends with exit code 1")]
    partial void LogFatal(Exception exception, string service);
}
