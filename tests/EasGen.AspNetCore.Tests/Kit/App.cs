using System.Net;
using EasGen.AspNetCore.Shutdown;
using EasGen.AspNetCore.Starting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EasGen.AspNetCore.Tests.Kit;

/// <summary>A running web application around a scripted service, with what it logs.</summary>
public sealed class App : IAsyncDisposable
{
    public static readonly EasServiceDescription Plain = new() { Name = "scripted" };

    private readonly WebApplication app;

    private App(WebApplication app, LogSpy log, HttpClient client) => (this.app, Log, Client) = (app, log, client);

    public LogSpy Log { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>The predict requests that run or wait.</summary>
    public int InFlight => Services.GetRequiredService<RequestsInFlight>().Count;

    public string Address =>
        app.Services.GetRequiredService<IServer>().Features
            .Get<IServerAddressesFeature>()!.Addresses
            .Distinct()
            .Single(static address => address.StartsWith("http://[::]:", StringComparison.Ordinal));

    /// <summary>Starts the app in memory, and waits until the predictor is loaded unless told otherwise.</summary>
    public static async Task<App> Start(
        Action<EasServiceBuilder<Scripted>> configure,
        EasServiceDescription? description = null,
        Action<WebApplicationBuilder>? build = null,
        Action<WebApplication>? use = null,
        bool waitForLoad = true)
    {
        var (app, log) = Build(configure, description, builder =>
        {
            builder.WebHost.UseTestServer();
            build?.Invoke(builder);
        }, use, []);
        await Begin(app, log, waitForLoad);
        return new App(app, log, app.GetTestClient());
    }

    /// <summary>Starts the app on a real server and a free port.</summary>
    public static async Task<App> Listen(
        Action<EasServiceBuilder<Scripted>> configure,
        EasServiceDescription? description = null,
        string[]? args = null,
        Action<WebApplicationBuilder>? build = null,
        Action<WebApplication>? use = null,
        bool waitForLoad = true)
    {
        var (app, log) = Build(configure, description, build, use, [.. args ?? [], "--LISTENING_PORT=0"]);
        await Begin(app, log, waitForLoad);
        var started = new App(app, log, new HttpClient());
        started.Client.BaseAddress = new Uri(started.Address.Replace("[::]", "localhost", StringComparison.Ordinal));
        return started;
    }

    /// <summary>Waits until something holds.</summary>
    public async Task Until(Func<App, bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!holds(this))
            await Task.Delay(5, patience.Token);
    }

    /// <summary>Waits until a probe is answered with this.</summary>
    public async Task UntilProbed(string path, HttpStatusCode code)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await Client.Probe(path)).Code != code)
            await Task.Delay(50, patience.Token);
    }

    // One that does not begin is not left behind.
    private static async Task Begin(WebApplication app, LogSpy log, bool waitForLoad)
    {
        try
        {
            await app.StartAsync();
            if (waitForLoad)
                await log.WaitFor("is loaded");
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    private static (WebApplication App, LogSpy Log) Build(
        Action<EasServiceBuilder<Scripted>> configure,
        EasServiceDescription? description,
        Action<WebApplicationBuilder>? build,
        Action<WebApplication>? use,
        string[] args)
    {
        var log = new LogSpy();
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Debug);
        builder.Services.AddSingleton<ProcessEnd, Unended>();
        build?.Invoke(builder);
        Scripted.Is(description ?? Plain, configure);
        builder.AddEasService<Scripted>();
        var app = builder.Build();
        use?.Invoke(app);
        app.MapEasService<Scripted>();
        return (app, log);
    }

    // The process is that of all tests.
    private sealed class Unended(IHostApplicationLifetime lifetime) : ProcessEnd(lifetime)
    {
        public override void Exit()
        {
        }

        protected override void Stop()
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
