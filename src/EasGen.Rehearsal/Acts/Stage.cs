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

    /// <summary>Whether they may get one, as the machine has no room for all.</summary>
    public bool MayEnterNamespaces =>
        Options.Network == RehearsalNetwork.Auto && !HasNamespaces && NamespaceProblem is null && NetworkNamespace.IsAllowed;

    /// <summary>Whether they are in one only because the machine has no room.</summary>
    public bool MayLeaveNamespaces => Options.Network == RehearsalNetwork.Auto && HasNamespaces;

    /// <summary>What went wrong in network namespaces; null for nothing so far.</summary>
    public string? NamespaceProblem { get; private set; }

    /// <summary>Whether two instances have to run at a time.</summary>
    public bool NeedsRoom => Count > 1 || Options.Rollouts > 0 || Options.Chaos;

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
        Timeline.Add(instance.Number, EventKind.Ended, "taken off");
    }

    /// <summary>Takes an instance off that finds its port taken by another.</summary>
    public Task RemoveInTheWayAsync(Instance instance)
    {
        hasRoomForOne = true;
        return RemoveAsync(instance);
    }

    /// <summary>Takes all off, for a start in network namespaces.</summary>
    public async Task EnterNamespacesAsync()
    {
        Timeline.Add(
            null,
            EventKind.Act,
            "start anew, as there is no room for its port here: each instance in a network namespace, where all are free");
        await RemoveAllAsync();
        HasNamespaces = true;
    }

    /// <summary>Takes all off, for a start on this machine.</summary>
    public async Task LeaveNamespacesAsync(string problem)
    {
        Timeline.Add(null, EventKind.Act, $"start anew, on this machine: in a network namespace {problem}");
        await RemoveAllAsync();
        (HasNamespaces, NamespaceProblem) = (false, problem);
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

    /// <summary>What the probes of these instances were answered.</summary>
    public IEnumerable<ProbeRecord> Probes =>
        Timeline.Probes.Where(record => All.Exists(instance => instance.Number == record.Instance));

    /// <summary>The requests that came between two times.</summary>
    public IReadOnlyList<Exchange> Between(TimeSpan from, TimeSpan to) =>
        [.. Router.Exchanges.Where(exchange => exchange.At >= from && exchange.At <= to)];

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(All.Select(static instance => instance.DisposeAsync().AsTask()));
        await Task.WhenAll(departures).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Router.DisposeAsync();
    }

    private async Task RemoveAllAsync()
    {
        foreach (var instance in All)
            await RemoveAsync(instance);
        hasRoomForOne = false;
    }
}
