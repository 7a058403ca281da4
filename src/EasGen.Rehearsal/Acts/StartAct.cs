using EasGen.Rehearsal.Instances;

namespace EasGen.Rehearsal.Acts;

/// <summary>Whether EAS would ever call the service ready.</summary>
internal static class StartAct
{
    /// <summary>Starts the instances; false when one does not become ready.</summary>
    public static async Task<bool> PlayAsync(Stage stage, Answers answers, CancellationToken interrupted)
    {
        stage.Timeline.Add(null, EventKind.Act, "start");
        // The first shows whether there can be others beside it.
        var first = stage.Start();
        var isReady = await WaitAsync(stage, first, interrupted);
        if (isReady)
            await first.FindFixedPortsAsync(interrupted);
        var others = isReady && !stage.IsAlone ? Enumerable.Range(1, stage.Count - 1).Select(_ => stage.Start()).ToList() : [];
        foreach (var other in others)
        {
            if (await WaitAsync(stage, other, interrupted))
                continue;
            // A port that the JSON does not name, as of metrics, is the first one's here; on EAS each instance has its own.
            if (other.Failure!.IsAboutPort)
                await stage.RemoveAsync(other, isInTheWay: true);
            else
                isReady = false;
        }
        var failed = stage.All.Find(static instance => instance.Failure is not null);
        new StartVerdict(stage, answers).Add(failed?.Failure);
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
