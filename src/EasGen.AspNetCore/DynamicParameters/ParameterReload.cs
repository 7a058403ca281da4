using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EasGen.AspNetCore.DynamicParameters;

/// <summary>Keeps the dynamic parameters up to date while the service runs.</summary>
internal sealed partial class ParameterReload(ParameterFile file, ILogger<ParameterReload> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
            Refresh();
    }

    private void Refresh()
    {
        try
        {
            if (file.Refresh() is { } complaint)
                LogBroken(complaint);
        }
        catch (Exception exception)
        {
            // Code that listens to the configuration may throw anything; the next change comes all the same.
            LogListenerFailed(exception);
        }
    }

    [LoggerMessage(50, LogLevel.Warning, "The file of the dynamic parameters cannot be used, and the last values stay: {Complaint}")]
    partial void LogBroken(string complaint);

    [LoggerMessage(51, LogLevel.Error, "The dynamic parameters have changed, and code that was told of it failed")]
    partial void LogListenerFailed(Exception exception);
}
