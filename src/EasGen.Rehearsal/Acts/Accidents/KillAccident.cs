using EasGen.Rehearsal.Instances;
using static System.FormattableString;

namespace EasGen.Rehearsal.Acts;

/// <summary>An instance is killed.</summary>
internal static class KillAccident
{
    public static async Task PlayAsync(Stage stage, Instance instance, Answers answers, CancellationToken interrupted)
    {
        var from = stage.Timeline.Now;
        instance.Kill("killed by the rehearsal");
        var isBack = await Recovery.WaitAsync(stage, instance, interrupted);
        var seen = Recovery.Lost(stage, from);
        if (isBack)
            answers.Pass(Question.SurvivesKill, Invariant($"ready again after {(stage.Timeline.Now - from).TotalSeconds:0.0} s; {seen}"));
        else
            answers.Fail(Question.SurvivesKill, $"it did not become ready again; {seen}", Recovery.Advice);
    }
}
