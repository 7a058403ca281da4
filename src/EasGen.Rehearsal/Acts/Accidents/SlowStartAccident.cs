using EasGen.Core.Features;
using static System.FormattableString;

namespace EasGen.Rehearsal.Acts;

/// <summary>An instance starts at half the speed.</summary>
internal static class SlowStartAccident
{
    public static async Task PlayAsync(Stage stage, Answers answers, CancellationToken interrupted)
    {
        if (!OperatingSystem.IsLinux())
        {
            answers.Skip(Question.StartsSlowly, "only Linux can slow a process down");
            return;
        }
        if (stage.IsAlone)
        {
            answers.Skip(Question.StartsSlowly, "its port is fixed, so that no second instance fits on this machine");
            return;
        }
        var instance = stage.Start();
        var ready = StartAct.WaitAsync(stage, instance, interrupted);
        for (var isStopped = true; !ready.IsCompleted; isStopped = !isStopped)
        {
            foreach (var container in instance.Containers)
                container.Stop(isStopped);
            await Task.WhenAny(ready, Task.Delay(50, interrupted));
        }
        foreach (var container in instance.Containers)
            container.Stop(isStopped: false);
        if (await ready)
        {
            var took = instance.ReadyAt!.Value - instance.StartedAt;
            answers.Pass(Question.StartsSlowly, Invariant($"ready after {took.TotalSeconds:0.0} s"));
            return;
        }
        var first = stage.Service.First;
        answers.Fail(
            Question.StartsSlowly,
            $"it {instance.Failure!.Text}",
            Advice.At(
                first.Startup?.At(Probe.StartupFailureThreshold) ?? first.At(Probe.Startup),
                "leave a start twice the time that it needs here"));
        await stage.RemoveAsync(instance);
    }
}
