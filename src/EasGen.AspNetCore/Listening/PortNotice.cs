using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EasGen.AspNetCore.Listening;

/// <summary>Says at start-up that a setting asked for another port than the service's.</summary>
internal sealed partial class PortNotice(ListeningPort port, IConfiguration configuration, ILogger<PortNotice> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // The official base images set this one: nobody's wish, so no reason to worry anybody.
        var isImageDefault = port.Overruled == "ASPNETCORE_HTTP_PORTS=8080" && configuration["DOTNET_RUNNING_IN_CONTAINER"] == "true";
        if (port.Overruled is not null && !isImageDefault)
            LogOverruled(port.Port, port.Overruled);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(20, LogLevel.Warning, "Listening on port {Port}, where EAS calls the service; {Overruled} asks for another address and is ignored. Remove it, or change the port of the container.")]
    partial void LogOverruled(int port, string overruled);
}
