using EasGen.Rehearsal.Instances;
using EasGen.Rehearsal.Traffic;

namespace EasGen.Rehearsal.Acts;

/// <summary>Rollouts one after another, by the service's own numbers, while requests come in.</summary>
internal static class RolloutAct
{
    public static async Task PlayAsync(Stage stage, Load load, Answers answers, CancellationToken interrupted)
    {
        if (stage.All.Exists(static instance => instance.HasFixedPort))
        {
            const string reason = "its port is fixed, so that no second instance fits on this machine; let it listen on LISTENING_PORT";
            await LeaveAsync(stage, answers);
            answers.SkipRest([Question.RolloutAtSigterm, Question.RolloutByReadiness], reason);
            return;
        }
        var from = stage.Timeline.Now;
        var times = new List<TimeSpan>();
        for (var rollout = 1; rollout <= stage.Options.Rollouts; rollout++)
        {
            stage.Timeline.Add(null, EventKind.Act, FormattableString.Invariant($"rollout {rollout} of {stage.Options.Rollouts}"));
            var began = stage.Timeline.Now;
            if (!await ReplaceAsync(stage, interrupted))
            {
                answers.SkipRest(Question.Usual, "a new instance did not become ready, so EAS pauses the update");
                return;
            }
            times.Add(stage.Timeline.Now - began);
        }
        await stage.ClearAsync();
        await load.StopAsync(stage.Service.ResponseTimeout + TimeSpan.FromSeconds(1), interrupted);
        new RolloutVerdict(stage, answers).Add(from, times);
    }

    // New ones and old ones, as many as may come and go at a time.
    private static async Task<bool> ReplaceAsync(Stage stage, CancellationToken interrupted)
    {
        var pace = stage.Service.PaceOf(stage.Count);
        var old = stage.Serving.ToList();
        var fresh = new List<Instance>();
        while (old.Count > 0 || fresh.Count < stage.Count || !fresh.TrueForAll(static instance => instance.IsReady))
        {
            while (fresh.Count < stage.Count && old.Count + fresh.Count < stage.Count + pace.Surge)
                fresh.Add(stage.Start());
            while (old.Count > 0 && MayGo(old, fresh, stage.Count - (pace.Unavailable ?? 1)))
            {
                _ = stage.Terminate(old[0]);
                old.RemoveAt(0);
            }
            if (fresh.Find(static instance => instance.Settled is { IsCompletedSuccessfully: true, Result: false }) is not null)
                return false;
            await Task.Delay(20, interrupted);
        }
        return true;
    }

    private static bool MayGo(List<Instance> old, List<Instance> fresh, int least) =>
        old.Concat(fresh).Count(instance => instance.IsReady && instance != old[0]) >= least;

    // One that is alone can at least show how it goes.
    private static async Task LeaveAsync(Stage stage, Answers answers)
    {
        var from = stage.Timeline.Now;
        await Task.WhenAll(stage.Serving.Select(stage.Terminate));
        new RolloutVerdict(stage, answers).AddDepartures(from);
    }
}
