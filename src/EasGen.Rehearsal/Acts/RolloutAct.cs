using EasGen.Rehearsal.Instances;
using EasGen.Rehearsal.Networks;
using EasGen.Rehearsal.Traffic;

namespace EasGen.Rehearsal.Acts;

/// <summary>Rollouts one after another, by the service's own numbers, while requests come in.</summary>
internal static class RolloutAct
{
    public static async Task PlayAsync(Stage stage, Load load, Answers answers, CancellationToken interrupted)
    {
        if (OperatingSystem.IsWindows() && stage.Service.SendsSigterm)
        {
            answers.SkipRest(Question.Usual, "Windows has no SIGTERM");
            return;
        }
        if (stage.IsAlone)
        {
            await LeaveAsync(stage, answers);
            answers.SkipRest(Question.Usual, $"its port is fixed, {WhyAlone(stage)}");
            return;
        }
        var from = stage.Timeline.Now;
        var times = new List<TimeSpan>();
        string? pause = null;
        while (pause is null && times.Count < stage.Options.Rollouts)
        {
            stage.Timeline.Add(
                null, EventKind.Act, FormattableString.Invariant($"rollout {times.Count + 1} of {stage.Options.Rollouts}"));
            var began = stage.Timeline.Now;
            pause = await ReplaceAsync(stage, interrupted);
            times.Add(stage.Timeline.Now - began);
        }
        await stage.ClearAsync();
        await load.StopAsync(stage.Service.ResponseTimeout + TimeSpan.FromSeconds(1), interrupted);
        new RolloutVerdict(stage, answers, load.Unexpected).Add(from, times, pause);
    }

    // New ones and old ones, as many as may come and go at a time. The answer is why EAS would pause the update; null for nothing.
    private static async Task<string?> ReplaceAsync(Stage stage, CancellationToken interrupted)
    {
        var (surge, least) = PaceOf(stage);
        var old = stage.Serving.ToList();
        var fresh = new List<Instance>();
        var limit = StartAct.LimitOf(stage);
        while (old.Count > 0 || fresh.Count < stage.Count || !fresh.TrueForAll(static instance => instance.IsReady))
        {
            while (fresh.Count < stage.Count && old.Count + fresh.Count < stage.Count + surge)
                fresh.Add(stage.Start());
            while (FirstToGo(old, fresh, least) is { } leaving)
            {
                _ = stage.Terminate(leaving);
                old.Remove(leaving);
            }
            foreach (var late in fresh.Where(instance => !instance.IsReady && stage.Timeline.Now - instance.StartedAt > limit))
                late.GiveUp(limit);
            if (fresh.Find(static instance => !instance.IsReady && instance.Failure is not null) is { } failed)
                return FormattableString.Invariant($"instance {failed.Number} {failed.Failure!.Text}");
            await Task.Delay(20, interrupted);
        }
        return null;
    }

    // Here are fewer instances than the service has: what may be missing of many must not be all of two.
    private static (int Surge, int Least) PaceOf(Stage stage)
    {
        var pace = stage.Service.PaceOf(stage.Count);
        var missing = pace.Unavailable ?? 1;
        if ((stage.Service.PaceOf(stage.Service.Instances).Unavailable ?? 1) < stage.Service.Instances)
            missing = Math.Min(missing, stage.Count - 1);
        return (missing == 0 ? Math.Max(1, pace.Surge) : pace.Surge, stage.Count - missing);
    }

    // One that is not ready goes first, as nobody misses it.
    private static Instance? FirstToGo(List<Instance> old, List<Instance> fresh, int least)
    {
        if (old.Find(static instance => !instance.IsReady) is { } down)
            return down;
        return old.Count > 0 && old.Concat(fresh).Count(static instance => instance.IsReady) - 1 >= least ? old[0] : null;
    }

    private static string WhyAlone(Stage stage)
    {
        const string alone = "so that no second instance fits on this machine; let it listen on LISTENING_PORT";
        if (stage.NamespaceProblem is { } problem)
            return $"{alone}: in a network namespace, where nothing else is in reach, {problem}";
        return stage.Options.Network == RehearsalNetwork.Machine || !OperatingSystem.IsLinux()
            ? $"{alone}, or rehearse on Linux with --network namespace"
            : $"{alone}, or {NetworkNamespace.WayOut}";
    }

    // One that is alone can at least show how it goes.
    private static async Task LeaveAsync(Stage stage, Answers answers)
    {
        var from = stage.Timeline.Now;
        await Task.WhenAll(stage.Serving.Select(stage.Terminate));
        new RolloutVerdict(stage, answers, unexpected: 0).AddDepartures(from);
    }
}
