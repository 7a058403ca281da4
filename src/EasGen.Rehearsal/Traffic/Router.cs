using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net.Sockets;
using EasGen.Rehearsal.Instances;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Yarp.ReverseProxy.Forwarder;

namespace EasGen.Rehearsal.Traffic;

/// <summary>
/// The gateway: sends each request to the next instance that is ready, over connections that it keeps, and cuts it off at the response
/// timeout. It has an address for each reading of when an instance is withdrawn.
/// </summary>
internal sealed class Router : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpMessageInvoker connections;
    private readonly RehearsedService service;
    private readonly Timeline timeline;
    private readonly ForwarderRequestConfig forwarding;
    private readonly ConcurrentQueue<Exchange> exchanges = new();
    private readonly bool anyAnswerCounts;
    private readonly ConcurrentDictionary<HttpContext, TimeSpan> pending = new();
    private readonly int[] next = new int[Enum.GetValues<Withdrawn>().Length];
    private ImmutableList<Instance> instances = [];

    private Router(RehearsedService service, Timeline timeline, bool anyAnswerCounts)
    {
        (this.service, this.timeline, this.anyAnswerCounts) = (service, timeline, anyAnswerCounts);
        connections = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            EnableMultipleHttp2Connections = true,
            ActivityHeadersPropagator = null,
            ConnectCallback = ConnectAsync,
        });
        forwarding = new()
        {
            // The response timeout is the only limit.
            ActivityTimeout = TimeSpan.FromDays(1),
            Version = service.IsGrpc ? new(2, 0) : new(1, 1),
            VersionPolicy = service.IsGrpc ? HttpVersionPolicy.RequestVersionExact : HttpVersionPolicy.RequestVersionOrLower,
        };
        var builder = WebApplication.CreateEmptyBuilder(new());
        // Signals are for whoever rehearses.
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            server.Limits.MinRequestBodyDataRate = null;
            foreach (var _ in Enum.GetValues<Withdrawn>())
                server.Listen(System.Net.IPAddress.Loopback, 0, static port => port.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddHttpForwarder();
        app = builder.Build();
    }

    /// <summary>All requests so far, in the order in which they ended.</summary>
    public IEnumerable<Exchange> Exchanges => exchanges;

    /// <summary>The address of each reading.</summary>
    public IReadOnlyDictionary<Withdrawn, Uri> Addresses { get; private set; } = ImmutableDictionary<Withdrawn, Uri>.Empty;

    public static async Task<Router> StartAsync(RehearsedService service, Timeline timeline, bool anyAnswerCounts)
    {
        var router = new Router(service, timeline, anyAnswerCounts);
        var forwarder = router.app.Services.GetRequiredService<IHttpForwarder>();
        router.app.Run(context => router.RouteAsync(context, forwarder));
        await router.app.StartAsync();
        var urls = router.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        router.Addresses = Enum.GetValues<Withdrawn>().Zip(urls, static (reading, url) => KeyValuePair.Create(reading, new Uri(url)))
            .ToDictionary();
        return router;
    }

    public void Add(Instance instance) => ImmutableInterlocked.Update(ref instances, static (list, added) => list.Add(added), instance);

    public void Remove(Instance instance) => ImmutableInterlocked.Update(ref instances, static (list, gone) => list.Remove(gone), instance);

    /// <summary>Waits until all requests that came before have ended, which the response timeout sees to.</summary>
    public async Task SettleAsync(TimeSpan before, CancellationToken interrupted)
    {
        while (pending.Values.Any(at => at < before))
            await Task.Delay(20, interrupted);
    }

    public async ValueTask DisposeAsync()
    {
        // Nothing waits for requests that are still there.
        using var now = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
        connections.Dispose();
    }

    private async Task RouteAsync(HttpContext context, IHttpForwarder forwarder)
    {
        var reading = context.Connection.LocalPort == Addresses[Withdrawn.AtSigterm].Port ? Withdrawn.AtSigterm : Withdrawn.ByReadiness;
        var (at, instance) = (timeline.Now, Next(reading));
        var wasTerminating = instance?.IsTerminating is true;
        if (instance is null)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            Note(null, ExchangeOutcome.NoInstance, context.Response.StatusCode);
            return;
        }
        using var limit = new CancellationTokenSource(service.ResponseTimeout);
        instance.Began();
        pending[context] = at;
        try
        {
            var error = await forwarder.SendAsync(
                context, instance.Address, connections, forwarding, HttpTransformer.Default, limit.Token);
            if (ForwardedOutcome.Of(context, error, limit.IsCancellationRequested, anyAnswerCounts) is { } outcome)
                Note(instance, outcome, context.Response.StatusCode);
        }
        finally
        {
            pending.TryRemove(context, out _);
            instance.Finished();
        }

        void Note(Instance? by, ExchangeOutcome outcome, int status) =>
            exchanges.Enqueue(new(at, timeline.Now - at, reading, by?.Number, wasTerminating, outcome, status));
    }

    // Into the network of the instance; one that has gone meanwhile takes no connection.
    private ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken end)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        return instances.Find(instance => instance.Network.Address.ToString() == host) is { } one
            ? one.Network.ConnectAsync(port, end)
            : throw new SocketException((int)SocketError.ConnectionRefused);
    }

    private Instance? Next(Withdrawn reading)
    {
        var ready = instances.FindAll(
            instance => instance.IsReady && !(reading == Withdrawn.AtSigterm && instance.IsTerminating));
        return ready.IsEmpty ? null : ready[(int)((uint)Interlocked.Increment(ref next[(int)reading]) % ready.Count)];
    }

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
