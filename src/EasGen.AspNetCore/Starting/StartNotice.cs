using System.Globalization;
using EasGen.AspNetCore.Http;
using EasGen.AspNetCore.Listening;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EasGen.AspNetCore.Starting;

/// <summary>Says in one line where the service answers; to a developer also what, and how to ask it.</summary>
internal sealed partial class StartNotice(
    EasServiceDescription description,
    ListeningPort port,
    IServer server,
    EndpointDataSource endpoints,
    IHostEnvironment environment,
    ProcessEnd process,
    ILogger<StartNotice> logger) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (process.HasFailed || OpenPort() is not { } open)
            return Task.CompletedTask;
        if (environment.IsDevelopment())
            LogDevelopment(description.Name, Address(open), Paths<PredictExample>("POST "), Paths<ProbeMark>(""), Curl(open));
        else
            LogListening(description.Name, open);
        foreach (var (path, _) in Served<PageMark>())
            LogPage($"{Address(open)}{path}");
        return Task.CompletedTask;
    }

    /// <summary>The port that is open; null where nothing listens, as in tests.</summary>
    private int? OpenPort()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses.Select(BindingAddress.Parse).ToArray() ?? [];
        if (addresses.Length == 0 || port.Port > 0)
            return addresses.Length == 0 ? null : port.Port;
        return Array.Find(addresses, static address => address.Host is "[::]" or "0.0.0.0")?.Port;
    }

    private static string Address(int port) => string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}");

    private string Paths<TMetadata>(string verb)
        where TMetadata : class
    {
        var paths = Served<TMetadata>().Select(static served => served.Path).Distinct().ToArray();
        return paths.Length == 0 ? "none" : string.Join(", ", paths.Select(path => verb + path));
    }

    private string Curl(int open)
    {
        foreach (var (path, example) in Served<PredictExample>())
        {
            if (example.Curl() is { } arguments)
                return $"curl {Address(open)}{path} {arguments}";
        }
        var (probe, _) = Served<ProbeMark>().FirstOrDefault();
        return $"curl {Address(open)}{probe}";
    }

    private IEnumerable<(string Path, TMetadata Metadata)> Served<TMetadata>()
        where TMetadata : class =>
        from endpoint in endpoints.Endpoints.OfType<RouteEndpoint>()
        let metadata = endpoint.Metadata.GetMetadata<TMetadata>()
        where metadata is not null
        select (endpoint.Path(), metadata);

    Task IHostedLifecycleService.StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedService.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedService.StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(22, LogLevel.Information, "{Service} listens on port {Port} of every address")]
    partial void LogListening(string service, int port);

    [LoggerMessage(23, LogLevel.Information, "{Service} answers at {Address}: {Routes}; probes {Probes}. Try: {Curl}")]
    partial void LogDevelopment(string service, string address, string routes, string probes, string curl);

    [LoggerMessage(24, LogLevel.Information, "Try it in a browser: {Page}")]
    partial void LogPage(string page);
}

/// <summary>Marks a predict endpoint, and knows a request that it takes.</summary>
/// <param name="Body">It, where it is text; null when none can be made up.</param>
/// <param name="Curl">The arguments with which curl sends it; null when none can be made up.</param>
internal sealed record PredictExample(Func<string?> Body, Func<string?> Curl);

/// <summary>Marks the endpoint of a probe.</summary>
/// <param name="Probes">Those that share its path.</param>
internal sealed record ProbeMark(IReadOnlyList<ProbeKind> Probes);

/// <summary>Marks a page for people.</summary>
internal sealed record PageMark;
