using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EasGen.AspNetCore.Listening;

/// <summary>Says at start-up that a setting asked for another port than the service's.</summary>
internal sealed partial class PortNotice(ListeningPort port, IConfiguration configuration, ILogger<PortNotice> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // The official base images set this one, which is therefore no wish of the person who deploys.
        var isImageDefault = port.Elsewhere?.Setting == "ASPNETCORE_HTTP_PORTS=8080"
            && configuration["DOTNET_RUNNING_IN_CONTAINER"] == "true";
        if (port.Elsewhere is null || isImageDefault)
            return Task.CompletedTask;
        if (port.Elsewhere.IsOpened)
            LogOpened(port.Port, port.Elsewhere.Setting);
        else
            LogOverruled(port.Port, port.Elsewhere.Setting);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(
        20,
        LogLevel.Warning,
        "Listening on port {Port}, where EAS calls the service; "
        + "{Overruled} asks for another address and is ignored. Remove it, or change the port of the container.")]
    partial void LogOverruled(int port, string overruled);

    [LoggerMessage(
        21,
        LogLevel.Warning,
        "Listening on port {Port}, where EAS calls the service; "
        + "{Opened} opens another address beside it, which EAS does not call. Remove it, or change the port of the container.")]
    partial void LogOpened(int port, string opened);
}
