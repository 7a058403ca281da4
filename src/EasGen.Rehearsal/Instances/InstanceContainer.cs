using EasGen.Rehearsal.Probing;
using EasGen.Rehearsal.Processes;

namespace EasGen.Rehearsal.Instances;

/// <summary>A container of an instance: its program, which is started again when it ends, and its probes.</summary>
internal sealed class InstanceContainer
{
    // As Kubernetes: at once, then after 10 s, 20 s and so on.
    private static readonly TimeSpan FirstBackOff = TimeSpan.FromSeconds(10);

    private readonly RehearsedContainer container;
    private readonly Launch launch;
    private readonly PortMap ports;
    private readonly int instance;
    private readonly Action changed;
    private readonly StartCommand command;
    private readonly Dictionary<string, string> variables;
    private volatile ContainerProcess? process;
    private volatile bool isReady;
    private volatile bool isEnding;
    private volatile bool hasBeenReady;
    private string? killReason;

    public InstanceContainer(RehearsedContainer container, Launch launch, PortMap ports, int instance, Action changed)
    {
        (this.container, this.launch, this.ports, this.instance, this.changed) = (container, launch, ports, instance, changed);
        command = Here(launch.Commands[container.Index]);
        variables = ProcessVariables.Of(container, command, ports, launch.Mounts, launch.Options, Guid.NewGuid().ToString("N"));
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

    private Timeline Timeline => launch.Timeline;

    /// <summary>Runs the program until it is ended, or has failed before it was ready.</summary>
    public async Task RunAsync(CancellationToken end)
    {
        var backOff = TimeSpan.Zero;
        while (!end.IsCancellationRequested)
        {
            await Task.Delay(backOff, end);
            backOff = backOff == TimeSpan.Zero ? FirstBackOff : backOff * 2;
            if (!await RunOnceAsync(end))
                return;
        }
    }

    /// <summary>Asks the program to end; false where the system has no such signal.</summary>
    public bool Terminate()
    {
        isEnding = true;
        return process?.Terminate() is true;
    }

    /// <summary>That the program is to go, although nothing tells it.</summary>
    public void Withdraw() => isEnding = true;

    public void Kill(string? reason = null)
    {
        killReason = reason;
        process?.Kill();
    }

    /// <summary>Lets the program hang, or go on.</summary>
    public void Stop(bool isStopped) => process?.Stop(isStopped);

    /// <summary>Says that the time for the start is over.</summary>
    public void GiveUp(TimeSpan after) =>
        Fail(StartFailureKind.NotReadyInTime, FormattableString.Invariant($"is not ready after {after.TotalSeconds:0.#} s"));

    /// <summary>The exit code of the program, once it has ended.</summary>
    public Task<int> Ended => process?.Ended ?? Task.FromResult(0);

    // Whether it is to start again.
    private async Task<bool> RunOnceAsync(CancellationToken end)
    {
        var started = Timeline.Now;
        killReason = null;
        try
        {
            process = ContainerProcess.Start(command, variables);
        }
        catch (RehearsalException problem)
        {
            Fail(StartFailureKind.DoesNotStart, problem.Message);
            return false;
        }
        using var running = process;
        Timeline.Add(instance, EventKind.Started, command.ToString());
        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(end);
        var probes = ProbeAsync(started, attempt.Token);
        var code = await running.Ended.WaitAsync(end);
        if (!isEnding)
        {
            var reason = killReason ?? FormattableString.Invariant($"ended with code {code}");
            if (!hasBeenReady)
                Fail(StartFailureKind.Ended, FormattableString.Invariant($"ended with code {code}"));
            SetReady(false);
            Restarts++;
            RestartReason = reason;
            Timeline.Add(instance, EventKind.Killed, reason);
        }
        // Whoever is to go leaves the router when the probe says so, perhaps only after it has gone.
        while (isEnding && isReady)
            await Task.Delay(20, end);
        await attempt.CancelAsync();
        await probes.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !isEnding && Failure is null;
    }

    private async Task ProbeAsync(TimeSpan started, CancellationToken end)
    {
        if (container.Startup is { } startup)
            await LoopOf(startup, HasStarted).RunAsync(started, once: true, end);
        if (Failure is not null)
            return;
        if (container.Readiness is null)
            SetReady(true);
        await Task.WhenAll(
            container.Readiness is { } readiness ? LoopOf(readiness, SetReady).RunAsync(started, once: false, end) : Task.CompletedTask,
            container.Liveness is { } liveness ? LoopOf(liveness, IsAlive).RunAsync(started, once: false, end) : Task.CompletedTask);
    }

    private void HasStarted(bool succeeded)
    {
        if (succeeded || isEnding)
            return;
        var budget = container.Startup!.TimeToFail + container.Startup.InitialDelay;
        if (!hasBeenReady)
            Fail(StartFailureKind.StartupProbeFailed, FormattableString.Invariant($"has not started after {budget.TotalSeconds:0.#} s"));
        Kill($"{container.Startup.Name} failed {Times(container.Startup)}");
    }

    // Nothing is killed for its health that is to go anyway.
    private void IsAlive(bool succeeded)
    {
        if (succeeded || isEnding || !Runs)
            return;
        var reason = $"{container.Liveness!.Name} failed {Times(container.Liveness)}";
        if (!hasBeenReady)
            Fail(StartFailureKind.KilledByLiveness, $"was killed before it was ready: {reason}");
        Kill(reason);
    }

    private static string Times(RehearsedProbe probe) =>
        FormattableString.Invariant($"{probe.FailureThreshold} time{(probe.FailureThreshold == 1 ? "" : "s")} in a row");

    private void SetReady(bool value)
    {
        if (isReady == value)
            return;
        isReady = value;
        hasBeenReady |= value;
        changed();
    }

    private ProbeLoop LoopOf(RehearsedProbe probe, Action<bool> decided)
    {
        ProbeAnswer? last = null;
        return new(probe, end => ProbeCalls.AskAsync(probe, ports.Here(probe.Port), ExecuteAsync, end), Timeline, instance)
        {
            Decided = decided,
            // As in Kubernetes, only readiness counts of an instance that is to go.
            IsOver = () => isEnding && probe.Kind != ProbeKind.Readiness,
            Answered = answer =>
            {
                // A person wants to read of what changes.
                if (answer.Text != last?.Text)
                    Timeline.Add(instance, EventKind.Note, $"{probe.Name}: {answer.Text}");
                last = answer;
                if (answer.IsRefused)
                    FindFixedPort(probe.Port);
            },
        };
    }

    // A program that knows its port and asks for none has it here too, if it is free.
    private void FindFixedPort(int port)
    {
        if (ports.Here(port) == port || process?.Listeners().Any(socket => socket.Port == port) is not true)
            return;
        ports.Fix(port);
        Timeline.Add(instance, EventKind.Note, FormattableString.Invariant(
            $"listens on {port} although LISTENING_PORT is another: only one instance fits on this machine"));
    }

    // A probe's command runs in the container, here beside its program.
    private async Task<int> ExecuteAsync(IReadOnlyList<string> words, CancellationToken limit)
    {
        var own = new Dictionary<string, string>(variables) { [ProcessVariables.Mark] = Guid.NewGuid().ToString("N") };
        using var running = ContainerProcess.Start(new(words[0], [.. words.Skip(1)], command.Folder), own);
        return await running.Ended.WaitAsync(limit);
    }

    private void Fail(StartFailureKind kind, string text)
    {
        if (Failure is not null)
            return;
        Failure = new(kind, container, launch.Timeline.Now, text, Listeners(), process?.Said.Last ?? [])
        {
            Answers = [.. container.Probes.Select(Last).OfType<ProbeRecord>()],
        };
        changed();
    }

    private ProbeRecord? Last(RehearsedProbe probe) =>
        Timeline.Probes.LastOrDefault(record => record.Instance == instance && record.Probe == probe);

    private List<Listener> Listeners() =>
        [.. (process?.Listeners() ?? []).Select(socket => socket with { Port = ports.InContainer(socket.Port) }).Distinct()];

    private StartCommand Here(StartCommand of)
    {
        var before = "";
        var arguments = new List<string>();
        foreach (var argument in of.Arguments)
        {
            // The option in front says what a number means.
            arguments.Add(launch.Mounts.In(ports.In($"{before} {argument}")[(before.Length + 1)..]));
            before = argument;
        }
        return of with { Arguments = arguments };
    }
}
