using EasGen.Rehearsal.Networks;

namespace EasGen.Rehearsal.Instances;

/// <summary>How an instance went.</summary>
/// <param name="At">When it was to go.</param>
/// <param name="Took">How long it took.</param>
/// <param name="WasKilled">True when the grace period was over before it had ended.</param>
/// <param name="InFlight">The requests that it still had when it was killed.</param>
/// <param name="Code">The exit code of the first container.</param>
internal sealed record Departure(TimeSpan At, TimeSpan Took, bool WasKilled, int InFlight, int Code);

/// <summary>One instance of the service: its containers, which share a network.</summary>
internal sealed class Instance : IAsyncDisposable
{
    private readonly CancellationTokenSource end = new();
    private readonly TaskCompletionSource<bool> settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Launch launch;
    private Task running = Task.CompletedTask;
    private int inFlight;
    private bool wasReady;

    public Instance(Launch launch, InstanceNetwork network, int number)
    {
        (this.launch, Network, Number) = (launch, network, number);
        Containers = [.. launch.Service.Containers.Select(container => new InstanceContainer(container, launch, network, number, Changed))];
    }

    public int Number { get; }

    public InstanceNetwork Network { get; }

    public IReadOnlyList<InstanceContainer> Containers { get; }

    public bool IsReady => Containers.All(static container => container.IsReady);

    /// <summary>Whether it is to go.</summary>
    public bool IsTerminating { get; private set; }

    public TimeSpan StartedAt { get; private set; }

    /// <summary>When it was ready for the first time.</summary>
    public TimeSpan? ReadyAt { get; private set; }

    public TimeSpan? EndedAt { get; private set; }

    public Departure? Departure { get; private set; }

    /// <summary>True as soon as it is ready, false when it never will be.</summary>
    public Task<bool> Settled => settled.Task;

    public StartFailure? Failure => Containers.Select(static container => container.Failure).OfType<StartFailure>().FirstOrDefault();

    /// <summary>Where the router sends requests.</summary>
    public string Address => new UriBuilder(
        "http", Network.Address.ToString(), Network.Ports.Here(launch.Service.First.Port!.Value)).Uri.ToString();

    /// <summary>Whether no other instance fits on this machine.</summary>
    public bool HasFixedPort => Network.Ports.IsFixed;

    public int InFlight => Volatile.Read(ref inFlight);

    public void Start()
    {
        StartedAt = launch.Timeline.Now;
        running = RunAsync();
    }

    /// <summary>Finds the ports that its programs have chosen by themselves, of which no probe may have told yet.</summary>
    public Task FindFixedPortsAsync(CancellationToken interrupted) =>
        Task.WhenAll(Containers.Select(container => container.FindFixedPortsAsync(interrupted)));

    public void Began() => Interlocked.Increment(ref inFlight);

    public void Finished() => Interlocked.Decrement(ref inFlight);

    /// <summary>Ends it as EAS does: with SIGTERM if it is sent, and with SIGKILL when the grace period is over.</summary>
    public async Task TerminateAsync(CancellationToken interrupted)
    {
        // Before anything is waited for: it is let go only once.
        IsTerminating = true;
        await Task.Yield();
        var (at, grace) = (launch.Timeline.Now, launch.Service.GracePeriod);
        launch.Timeline.Add(Number, EventKind.Terminating, launch.Service.SendsSigterm ? "SIGTERM" : "withdrawn; no SIGTERM is sent");
        foreach (var container in Containers)
            container.Withdraw(launch.Service.SendsSigterm);
        var all = Task.WhenAll(Containers.Select(static container => container.Ended));
        await Task.WhenAny(all, Task.Delay(grace, interrupted));
        interrupted.ThrowIfCancellationRequested();
        var wasKilled = !all.IsCompleted;
        var (took, left) = (launch.Timeline.Now - at, wasKilled ? InFlight : 0);
        if (wasKilled)
            Kill();
        await all.WaitAsync(interrupted);
        Departure = new(at, took, wasKilled, left, Containers[0].Ended.Result);
        EndedAt = launch.Timeline.Now;
        launch.Timeline.Add(
            Number,
            EventKind.Ended,
            wasKilled ? FormattableString.Invariant($"killed after {grace.TotalSeconds} s")
                : FormattableString.Invariant($"ended with code {Departure.Code} after {took.TotalSeconds:0.0} s"));
    }

    public void Kill(string? reason = null)
    {
        foreach (var container in Containers)
            container.Kill(reason);
    }

    public void GiveUp(TimeSpan after)
    {
        foreach (var container in Containers.Where(static container => !container.IsReady))
            container.GiveUp(after);
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        Kill();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Kill();
        end.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            await Task.WhenAll(Containers.Select(container => Task.Run(() => container.RunAsync(end.Token))));
        }
        finally
        {
            // By then its readiness has taken it out of the traffic.
            Network.Dispose();
        }
    }

    private void Changed()
    {
        lock (settled)
        {
            if (IsReady != wasReady)
            {
                wasReady = IsReady;
                launch.Timeline.Add(Number, wasReady ? EventKind.Ready : EventKind.NotReady, wasReady ? "ready" : "not ready");
                if (wasReady)
                    ReadyAt ??= launch.Timeline.Now;
            }
        }
        if (IsReady)
            settled.TrySetResult(true);
        else if (Failure is not null)
            settled.TrySetResult(false);
    }
}
