using System.Collections.Immutable;
using EasGen.Rehearsal.Instances;
using EasGen.Rehearsal.Networks;
using EasGen.Rehearsal.Traffic;

namespace EasGen.Rehearsal.Acts;

/// <summary>What all acts play on: the instances, the router and the callers.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private const double MostRequestsByItself = 100;
    private const double UsualRequests = 20;

    private readonly Launch launch;
    private readonly List<Task> departures = [];
    private readonly CancellationToken interrupted;
    private int numbers;
    private bool hasRoomForOne;

    private Stage(Launch launch, Router router, CancellationToken interrupted)
    {
        (this.launch, Router, this.interrupted) = (launch, router, interrupted);
        Count = Math.Clamp(launch.Options.Instances ?? Math.Min(2, launch.Service.Instances), 1, 16);
        HasNamespaces = launch.Options.Network == RehearsalNetwork.Namespace;
        PerSecond = launch.Options.RequestsPerSecond ?? Math.Min(launch.Service.RateLimit ?? UsualRequests, MostRequestsByItself);
    }

    public RehearsedService Service => launch.Service;

    public RehearsalOptions Options => launch.Options;

    public Timeline Timeline => launch.Timeline;

    public Router Router { get; }

    /// <summary>How many instances the service has here.</summary>
    public int Count { get; }

    public double PerSecond { get; }

    /// <summary>Whether each instance is in a network namespace.</summary>
    public bool HasNamespaces { get; private set; }

    /// <summary>Whether each instance may get one, should the machine not have room for all.</summary>
    public bool MayHaveNamespaces => Options.Network == RehearsalNetwork.Auto && NetworkNamespace.IsAllowed;

    /// <summary>Whoever has played a part, in the order of their numbers.</summary>
    public ImmutableList<Instance> All { get; private set; } = [];

    /// <summary>Those that are not to go.</summary>
    public IReadOnlyList<Instance> Serving => All.FindAll(static instance => !instance.IsTerminating);

    public static async Task<Stage> SetAsync(Launch launch, CancellationToken interrupted) =>
        new(launch, await Router.StartAsync(launch.Service, launch.Timeline, launch.Options.Requests.Count == 0), interrupted);

    public Instance Start()
    {
        var network = HasNamespaces ? new NetworkNamespace() : (InstanceNetwork)new MachineNetwork(launch.Ports);
        var instance = new Instance(launch, network, ++numbers);
        All = All.Add(instance);
        Router.Add(instance);
        instance.Start();
        return instance;
    }

    /// <summary>Whether no second instance fits on this machine.</summary>
    public bool IsAlone => hasRoomForOne || All.Exists(static instance => instance.HasFixedPort);

    /// <summary>Takes an instance off, as if it had never been.</summary>
    public async Task RemoveAsync(Instance instance)
    {
        Router.Remove(instance);
        All = All.Remove(instance);
        await instance.DisposeAsync();
    }

    /// <summary>Takes an instance off that finds its port taken by another.</summary>
    public Task RemoveInTheWayAsync(Instance instance)
    {
        hasRoomForOne = true;
        return RemoveAsync(instance);
    }

    /// <summary>Takes all off, for a new start in another network.</summary>
    public async Task RestartAsync(bool inNamespaces)
    {
        foreach (var instance in All)
            await RemoveAsync(instance);
        (HasNamespaces, hasRoomForOne) = (inNamespaces, false);
    }

    /// <summary>Lets an instance go; the end of it is not waited for.</summary>
    public Task Terminate(Instance instance)
    {
        var departure = instance.TerminateAsync(interrupted);
        departures.Add(departure);
        return departure;
    }

    /// <summary>Waits until all that are to go have gone, and the router knows.</summary>
    public async Task ClearAsync()
    {
        await Task.WhenAll(departures);
        foreach (var instance in All.Where(static instance => instance.IsTerminating))
        {
            // By readiness alone it leaves the router a few checks after its end.
            var patience = Service.First.Readiness!.TimeToFail + Service.First.Readiness.Timeout + TimeSpan.FromSeconds(1);
            for (var since = Timeline.Now; instance.IsReady && Timeline.Now - since < patience;)
                await Task.Delay(50, interrupted);
            Router.Remove(instance);
        }
    }

    public Load Call() => new(Router.Addresses.Values, PerSecond, Options.Requests, Timeline);

    /// <summary>The requests that came between two times.</summary>
    public IReadOnlyList<Exchange> Between(TimeSpan from, TimeSpan to) =>
        [.. Router.Exchanges.Where(exchange => exchange.At >= from && exchange.At <= to)];

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(All.Select(static instance => instance.DisposeAsync().AsTask()));
        await Task.WhenAll(departures).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Router.DisposeAsync();
    }
}
