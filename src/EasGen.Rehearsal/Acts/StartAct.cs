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
        if (stage.MayEnterNamespaces && FindsPortsTaken(stage, isReady))
            isReady = await StartInNamespacesAsync(stage, isReady, interrupted);
        new StartVerdict(stage, answers).Add(FailureOf(stage));
        return isReady;
    }

    private static async Task<bool> StartInNamespacesAsync(Stage stage, bool wasReady, CancellationToken interrupted)
    {
        string problem;
        await stage.EnterNamespacesAsync();
        try
        {
            var isReady = await StartAsync(stage, interrupted);
            // What its port stopped on the machine would be stopped there again.
            if (isReady || !wasReady)
                return isReady;
            problem = $"it {FailureOf(stage)!.Text}";
        }
        catch (RehearsalException refused)
        {
            problem = refused.Message;
        }
        await stage.LeaveNamespacesAsync(problem);
        return await StartAsync(stage, interrupted);
    }

    private static bool FindsPortsTaken(Stage stage, bool isReady) =>
        isReady ? stage.IsAlone && stage.NeedsRoom : FailureOf(stage) is { IsAboutPort: true } or { NeedsItsPort: true };

    private static StartFailure? FailureOf(Stage stage) =>
        stage.All.Select(static instance => instance.Failure).OfType<StartFailure>().FirstOrDefault();

    private static async Task<bool> StartAsync(Stage stage, CancellationToken interrupted)
    {
        // The first shows whether there can be others beside it.
        var first = stage.Start();
        var isReady = await WaitAsync(stage, first, interrupted);
        if (isReady && !stage.HasNamespaces)
            await first.FindFixedPortsAsync(interrupted);
        if (!isReady || stage.IsAlone)
            return isReady;
        foreach (var other in Enumerable.Range(1, stage.Count - 1).Select(_ => stage.Start()).ToList())
        {
            if (!await WaitAsync(stage, other, interrupted) && !await MakeRoomAsync(stage, other))
                isReady = false;
        }
        // The only one gets others beside it later.
        if (stage.Count == 1 && stage.NeedsRoom && !stage.HasNamespaces)
            await TryAnotherAsync(stage, interrupted);
        return isReady;
    }

    // A port that the JSON does not name, as of metrics, is the first one's here; on EAS each instance has its own.
    private static async Task<bool> MakeRoomAsync(Stage stage, Instance failed)
    {
        if (stage.HasNamespaces || !failed.Failure!.IsAboutPort)
            return false;
        await stage.RemoveInTheWayAsync(failed);
        return true;
    }

    private static async Task TryAnotherAsync(Stage stage, CancellationToken interrupted)
    {
        var other = stage.Start();
        if (await WaitAsync(stage, other, interrupted) || !await MakeRoomAsync(stage, other))
            await stage.RemoveAsync(other);
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
