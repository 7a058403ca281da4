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
        var others = isReady && !first.HasFixedPort ? Enumerable.Range(1, stage.Count - 1).Select(_ => stage.Start()).ToList() : [];
        foreach (var other in others)
            isReady &= await WaitAsync(stage, other, interrupted);
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

    // What its probes allow it, where they do.
    private static TimeSpan LimitOf(Stage stage) => stage.Service.Containers.All(static container => container.Startup is not null)
        ? stage.Service.Containers.Max(static container => container.Startup!.InitialDelay + container.Startup.TimeToFail)
            + stage.Options.StartTimeout
        : stage.Options.StartTimeout;
}
