using EasGen.Rehearsal.Networks;
using EasGen.Rehearsal.Probing;
using EasGen.Rehearsal.Processes;
using static System.FormattableString;

namespace EasGen.Rehearsal.Instances;

/// <summary>A container of an instance: its program, which is started again when it ends, and its probes.</summary>
internal sealed class InstanceContainer
{
    private readonly RehearsedContainer container;
    private readonly Launch launch;
    private readonly InstanceNetwork network;
    private readonly int instance;
    private readonly Action changed;
    private readonly FixedPorts fixedPorts;
    private readonly StartCommand command;
    private readonly Dictionary<string, string> variables;
    private volatile ContainerProcess? process;
    private volatile bool isReady;
    private volatile bool isEnding;
    private volatile bool hasBeenReady;
    private string? killReason;

    public InstanceContainer(RehearsedContainer container, Launch launch, InstanceNetwork network, int instance, Action changed)
    {
        (this.container, this.launch, this.network, this.instance, this.changed) = (container, launch, network, instance, changed);
        fixedPorts = new(container, Ports, Timeline, instance) { Process = () => process };
        var start = launch.Commands[container.Index];
        command = start with { Arguments = Here(start.Arguments) };
        variables = ProcessVariables.Of(container, command, Ports, launch.Mounts, launch.Options, NewMark());
    }

    public bool IsReady => isReady;

    /// <summary>Whether the program is there.</summary>
    public bool Runs => process is { Ended.IsCompleted: false };

    /// <summary>How often it was started again.</summary>
    public int Restarts { get; private set; }

    /// <summary>Why it was last started again.</summary>
    public string? RestartReason { get; private set; }

    /// <summary>Why it never became ready.</summary>
    public StartFailure? Failure { get; private set; }

    /// <summary>The exit code of the program, once it has ended.</summary>
    public Task<int> Ended => process?.Ended ?? Task.FromResult(0);

    private Timeline Timeline => launch.Timeline;

    private PortMap Ports => network.Ports;

    /// <summary>Runs the program until it is ended, or has failed before it was ready.</summary>
    public async Task RunAsync(CancellationToken end)
    {
        var backOff = new BackOff();
        while (await RunOnceAsync(end))
        {
            for (var (pause, since) = (backOff.Next(), Timeline.Now); Timeline.Now - since < pause && !isEnding;)
                await Task.Delay(20, end);
            if (isEnding)
                return;
        }
    }

    /// <summary>That the program is to go: whatever ends it, it does not start again.</summary>
    /// <param name="isTold">Whether it gets a SIGTERM.</param>
    public void Withdraw(bool isTold)
    {
        isEnding = true;
        if (isTold)
            process?.Terminate();
    }

    public void Kill(string? reason = null)
    {
        killReason = reason;
        process?.Kill();
    }

    /// <summary>Lets the program hang, or go on.</summary>
    public void Stop(bool isStopped) => process?.Stop(isStopped);

    /// <summary>Finds the ports that the program has chosen by itself, whatever it was told.</summary>
    public Task FindFixedPortsAsync(CancellationToken interrupted) => fixedPorts.WaitAsync(launch.Options.StartTimeout, interrupted);

    /// <summary>Says that the time for the start is over.</summary>
    public void GiveUp(TimeSpan after) =>
        Fail(StartFailureKind.NotReadyInTime, Invariant($"is not ready after {after.TotalSeconds:0.#} s"));

    // Whether it is to start again.
    private async Task<bool> RunOnceAsync(CancellationToken end)
    {
        var started = Timeline.Now;
        killReason = null;
        try
        {
            process = ContainerProcess.Start(command, variables, network);
        }
        catch (RehearsalException problem)
        {
            Fail(StartFailureKind.DoesNotStart, problem.Message);
            return false;
        }
        using var running = process;
        Timeline.Add(instance, EventKind.Started, command.ToString());
        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(end);
        var probes = NewProbes().RunAsync(started, attempt.Token);
        try
        {
            var code = await running.Ended.WaitAsync(end);
            if (!isEnding && !hasBeenReady)
                Fail(StartFailureKind.Ended, Invariant($"ended with code {code}"));
            // Whoever is to go leaves the router when the probe says so, perhaps only after it has gone.
            while (isEnding && isReady)
                await Task.Delay(20, end);
        }
        finally
        {
            await attempt.CancelAsync();
            await probes.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        if (isEnding)
            return false;
        SetReady(false);
        Restarts++;
        RestartReason = killReason ?? Invariant($"ended with code {running.Ended.Result}");
        Timeline.Add(instance, EventKind.Killed, RestartReason);
        return Failure is null;
    }

    private ContainerProbes NewProbes() => new(container, Timeline, instance)
    {
        Ask = (probe, limit) => ProbeCalls.AskAsync(probe, network, Ports.Here(probe.Port), ExecuteAsync, limit),
        Started = HasStarted,
        Ready = SetReady,
        Alive = IsAlive,
        Refused = port => _ = fixedPorts.Find(port),
        HasFailed = () => Failure is not null,
        IsEnding = () => isEnding,
    };

    private void HasStarted(bool succeeded)
    {
        if (succeeded || isEnding)
            return;
        if (!hasBeenReady)
            Fail(StartFailureKind.StartupProbeFailed, Invariant($"has not started after {container.Startup!.Budget.TotalSeconds:0.#} s"));
        Kill(Failed(container.Startup!));
    }

    // Nothing is killed for its health that is to go anyway.
    private void IsAlive(bool succeeded)
    {
        if (succeeded || isEnding || !Runs)
            return;
        if (!hasBeenReady)
            Fail(StartFailureKind.KilledByLiveness, $"was killed before it was ready: {Failed(container.Liveness!)}");
        Kill(Failed(container.Liveness!));
    }

    private static string Failed(RehearsedProbe probe) =>
        Invariant($"{probe.Name} failed {probe.FailureThreshold} time{(probe.FailureThreshold == 1 ? "" : "s")} in a row");

    private void SetReady(bool value)
    {
        if (isReady == value)
            return;
        isReady = value;
        hasBeenReady |= value;
        changed();
    }

    // A probe's command runs in the container, here beside its program.
    private async Task<int> ExecuteAsync(IReadOnlyList<string> words, CancellationToken limit)
    {
        var own = new Dictionary<string, string>(variables) { [ProcessVariables.Mark] = NewMark() };
        using var running = ContainerProcess.Start(new(words[0], Here(words.Skip(1)), command.Folder), own, network);
        return await running.Ended.WaitAsync(limit);
    }

    private void Fail(StartFailureKind kind, string text)
    {
        if (Failure is not null)
            return;
        // A probe that is a command tells nothing of ports.
        var needsItsPort = fixedPorts.Find() || fixedPorts.AreTaken();
        List<Listener> sockets =
            [.. (process?.Listeners() ?? []).Select(socket => socket with { Port = Ports.InContainer(socket.Port) }).Distinct()];
        Failure = new(kind, container, text, sockets, process?.Said.Last ?? [])
        {
            NeedsItsPort = needsItsPort,
            Answers = [.. container.Probes
                .Select(probe => Timeline.Probes.LastOrDefault(record => record.Instance == instance && record.Probe == probe))
                .OfType<ProbeRecord>()],
        };
        changed();
    }

    // Each argument with the ports and mounts of here; the option in front says what a number means.
    private List<string> Here(IEnumerable<string> arguments)
    {
        var (before, all) = ("", new List<string>());
        foreach (var argument in arguments)
        {
            all.Add(launch.Mounts.In(Ports.In($"{before} ", argument)));
            before = argument;
        }
        return all;
    }

    private static string NewMark() => Guid.NewGuid().ToString("N");
}
