using System.Net;
using System.Net.Sockets;
using EasGen.AspNetCore.Starting;
using EasGen.AspNetCore.Tests.Kit;
using EasGen.AspNetCore.Tests.Proofs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;

namespace EasGen.AspNetCore.Tests;

/// <summary>What is said at the start, of a service that answers and of one that cannot. It takes the process's error output.</summary>
[Collection(Alone.Name)]
public class StartNoticeTests
{
    [Fact]
    public async Task A_developer_is_told_what_answers_and_how_to_ask()
    {
        await using var app = await Developed(static service =>
        {
            service.StartupProbe("/startup", timeoutSeconds: 3);
            service.ReadinessProbe("/health", timeoutSeconds: 3);
            service.LivenessProbe("/health", timeoutSeconds: 3);
            service.Predict<Picky, int>("/picky", static (_, _, _) => 1);
            service.Predict<int, int>("/v1", static (_, number, _) => number);
        });
        var address = Address(app);

        Assert.Equal(
            [$"scripted answers at {address}: POST /picky, POST /v1; probes /startup, /health. Try: curl {address}/v1 --json '1'"],
            Notices(app));
    }

    [Fact]
    public async Task Without_methods_a_probe_is_asked()
    {
        await using var app = await Developed(static service => service.ReadinessProbe("/ready", timeoutSeconds: 3));
        var address = Address(app);

        Assert.Equal([$"scripted answers at {address}: none; probes /ready. Try: curl {address}/ready"], Notices(app));
    }

    [Fact]
    public async Task Without_anything_it_is_said_so()
    {
        await using var app = await Developed(static _ => { });
        var address = Address(app);

        Assert.Equal([$"scripted answers at {address}: none; probes none. Try: curl {address}"], Notices(app));
    }

    [Fact]
    public async Task Pages_for_people_are_told()
    {
        await using var app = await App.Listen(
            static _ => { },
            use: static app => app.MapGet("/chat", static () => "page").WithMetadata(new PageMark()));

        Assert.Equal(
            [$"scripted listens on port {app.Client.BaseAddress!.Port} of every address", $"Try it in a browser: {Address(app)}/chat"],
            Notices(app));
    }

    [Fact]
    public async Task Where_nothing_listens_nothing_is_said()
    {
        await using var app = await App.Start(static _ => { });

        Assert.Empty(Notices(app));
    }

    [Theory]
    [InlineData(8000, 8000, "http://[::]:8000")]
    [InlineData(8000, 8000, "http://127.0.0.1:8000")]
    [InlineData(8000, null)]
    [InlineData(0, 5005, "http://127.0.0.1:5004", "http://[::]:5005")]
    [InlineData(0, 5005, "http://127.0.0.1:5004", "http://0.0.0.0:5005")]
    [InlineData(0, null, "http://127.0.0.1:5004")]
    [InlineData(0, null)]
    public async Task The_port_is_that_of_every_address(int port, int? told, params string[] addresses)
    {
        foreach (var hasFeature in addresses.Length > 0 ? new[] { true } : [true, false])
        {
            using var log = new LogSpy();
            using var factory = new LoggerFactory([log]);
            using var lifetime = new Lifetime();
            using var server = new Server(hasFeature ? addresses : null);
            var notice = new StartNotice(
                App.Plain,
                new(port, IsInjected: false, Elsewhere: null),
                server,
                new DefaultEndpointDataSource(),
                new HostingEnvironment { EnvironmentName = Environments.Production },
                new ProcessEnd(lifetime),
                factory.CreateLogger<StartNotice>());

            await notice.StartedAsync(CancellationToken.None);

            Assert.Equal(
                told is null ? [] : [$"scripted listens on port {told} of every address"],
                log.Entries.Select(static entry => entry.Text));
        }
    }

    [Theory]
    [InlineData(true, " (LISTENING_PORT)")]
    [InlineData(false, "")]
    public async Task A_port_that_is_taken_is_told_in_one_line(bool isInjected, string source)
    {
        using var other = new TcpListener(IPAddress.Any, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var (error, written) = (Console.Error, new StringWriter());
        Console.SetError(written);
        try
        {
            await using var app = await App.Listen(
                static _ => { },
                App.Plain with { Port = port },
                build: builder => builder.Configuration["LISTENING_PORT"] = isInjected ? $"{port}" : "");

            Assert.True(app.Services.GetRequiredService<ProcessEnd>().HasFailed);
            Assert.Empty(Notices(app));
        }
        finally
        {
            Console.SetError(error);
        }

        Assert.Equal(
            $"scripted cannot listen on port {port}{source}, which is in use: "
            + "set the environment variable LISTENING_PORT to another one.",
            written.ToString().Trim());
    }

    [Fact]
    public void A_process_that_fails_stops_once_it_has_started()
    {
        using var lifetime = new Lifetime();
        var before = Environment.ExitCode;
        try
        {
            new ProcessEnd(lifetime).Fail();

            Assert.Equal((1, false), (Environment.ExitCode, lifetime.IsStopped));
            lifetime.Start();
            Assert.True(lifetime.IsStopped);
        }
        finally
        {
            Environment.ExitCode = before;
        }
    }

    private static Task<App> Developed(Action<EasServiceBuilder<Scripted>> configure) =>
        App.Listen(configure, args: ["--environment=Development"]);

    private static string Address(App app) => $"http://localhost:{app.Client.BaseAddress!.Port}";

    private static IEnumerable<string> Notices(App app) => app.Log.Entries
        .Where(static entry => entry.Level == LogLevel.Information)
        .Select(static entry => entry.Text)
        .Where(static text => text.StartsWith("scripted ", StringComparison.Ordinal) || text.StartsWith("Try ", StringComparison.Ordinal));

    internal sealed record Picky
    {
        public Picky(int count) => Count = count > 10 ? count : throw new ArgumentOutOfRangeException(nameof(count));

        public int Count { get; }
    }

    private sealed class Server : IServer
    {
        public Server(string[]? addresses)
        {
            if (addresses is null)
                return;
            var feature = new ServerAddressesFeature();
            foreach (var address in addresses)
                feature.Addresses.Add(address);
            Features.Set<IServerAddressesFeature>(feature);
        }

        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }

    private sealed class Lifetime : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource started = new();

        public bool IsStopped { get; private set; }

        public CancellationToken ApplicationStarted => started.Token;

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void Start() => started.Cancel();

        public void StopApplication() => IsStopped = true;

        public void Dispose() => started.Dispose();
    }
}
