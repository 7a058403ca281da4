using EasGen.Rehearsal.Instances;

namespace EasGen.Rehearsal.Acts;

/// <summary>Whether EAS would ever call the service ready.</summary>
internal static class StartAct
{
    /// <summary>Starts the instances; false when one does not become ready.</summary>
    public static async Task<bool> PlayAsync(Stage stage, Answers answers, CancellationToken interrupted)
    {
        stage.Timeline.Add(null, EventKind.Act, "start");
        var isReady = await StartAsync(stage, interrupted);
        if (FindsItsPortTaken(stage) && stage.MayHaveNamespaces)
        {
            stage.Timeline.Add(null, EventKind.Act, "start, each instance in a network namespace, where all ports are free");
            await stage.RestartAsync(inNamespaces: true);
            if (!(isReady = await StartAsync(stage, interrupted)))
            {
                // It may need other machines, which are out of reach there.
                stage.Timeline.Add(null, EventKind.Act, "start, on this machine as before");
                await stage.RestartAsync(inNamespaces: false);
                isReady = await StartAsync(stage, interrupted);
            }
        }
        new StartVerdict(stage, answers).Add(FailureOf(stage));
        return isReady;
    }

    private static bool FindsItsPortTaken(Stage stage) => stage.IsAlone || FailureOf(stage) is { IsAboutPort: true };

    private static StartFailure? FailureOf(Stage stage) =>
        stage.All.Select(static instance => instance.Failure).OfType<StartFailure>().FirstOrDefault();

    private static async Task<bool> StartAsync(Stage stage, CancellationToken interrupted)
    {
        // The first shows whether there can be others beside it.
        var first = stage.Start();
        var isReady = await WaitAsync(stage, first, interrupted);
        if (isReady && !stage.HasNamespaces)
            await first.FindFixedPortsAsync(interrupted);
        var others = isReady && !stage.IsAlone ? Enumerable.Range(1, stage.Count - 1).Select(_ => stage.Start()).ToList() : [];
        foreach (var other in others)
        {
            if (await WaitAsync(stage, other, interrupted))
                continue;
            // A port that the JSON does not name, as of metrics, is the first one's here; on EAS each instance has its own.
            if (other.Failure!.IsAboutPort)
                await stage.RemoveInTheWayAsync(other);
            else
                isReady = false;
        }
        return isReady;
    }

    /// <summary>Waits until an instance is ready, or never will be.</summary>
    public static async Task<bool> WaitAsync(Stage stage, Instance instance, CancellationToken interrupted)
    {
        var limit = LimitOf(stage);
        if (await Task.WhenAny(instance.Settled, Task.Delay(limit, interrupted)) != instance.Settled)
        {
            interrupted.ThrowIfCancellationRequested();
            instance.GiveUp(limit);
        }
        return await instance.Settled;
    }

    /// <summary>How long a start may take: what its startup probes allow, and then until it is ready.</summary>
    public static TimeSpan LimitOf(Stage stage) => stage.Options.StartTimeout + stage.Service.Containers
        .Select(static container => container.Startup?.Budget ?? TimeSpan.Zero)
        .Max();
}
