using EasGen.Core.Features;
using EasGen.Rehearsal.Instances;
using static System.FormattableString;

namespace EasGen.Rehearsal.Acts;

/// <summary>An instance hangs: its processes are there and do nothing.</summary>
internal static class HangAccident
{
    public static async Task PlayAsync(Stage stage, Instance instance, Answers answers, CancellationToken interrupted)
    {
        if (!OperatingSystem.IsLinux())
        {
            answers.Skip(Question.SurvivesHang, "only Linux can let a process hang");
            return;
        }
        if (stage.Service.First.Liveness is not { } liveness)
        {
            answers.Fail(
                Question.SurvivesHang,
                "it has no liveness probe, so an instance that hangs is never restarted",
                Advice.At(stage.Service.First.At(Probe.Liveness), "add a liveness probe"));
            return;
        }
        var (from, restarts) = (stage.Timeline.Now, instance.Containers[0].Restarts);
        instance.Containers[0].Stop(isStopped: true);
        var limit = liveness.TimeToFail + (liveness.Timeout * liveness.FailureThreshold) + liveness.Period + Recovery.LimitOf(stage);
        while (instance.Containers[0].Restarts == restarts && stage.Timeline.Now - from < limit)
            await Task.Delay(50, interrupted);
        var found = stage.Timeline.Now - from;
        if (instance.Containers[0].Restarts == restarts)
        {
            instance.Containers[0].Stop(isStopped: false);
            answers.Fail(
                Question.SurvivesHang,
                Invariant($"{liveness.Name} did not notice it in {found.TotalSeconds:0} s; {Recovery.Lost(stage, from)}"),
                Advice.At(liveness.Pointer, "ask the program itself, by GET: a port stays open while a program hangs"));
            return;
        }
        var isBack = await Recovery.WaitAsync(stage, instance, interrupted);
        var back = stage.Timeline.Now - from;
        var seen = Recovery.Lost(stage, from);
        if (isBack)
            answers.Pass(
                Question.SurvivesHang,
                Invariant($"restarted after {found.TotalSeconds:0.0} s, ready again after {back.TotalSeconds:0.0} s; {seen}"));
        else
            answers.Fail(Question.SurvivesHang, $"it did not become ready again; {seen}", Recovery.Advice);
    }
}
