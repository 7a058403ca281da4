using EasGen.Rehearsal.Instances;
using EasGen.Rehearsal.Traffic;
using static System.FormattableString;

namespace EasGen.Rehearsal.Acts;

/// <summary>How a service comes back from an accident.</summary>
internal static class Recovery
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static readonly RehearsalAdvice Advice = Acts.Advice.Program("let it start from any state");

    /// <summary>Waits until an instance is ready again; false when it does not come back.</summary>
    public static async Task<bool> WaitAsync(Stage stage, Instance instance, CancellationToken interrupted)
    {
        // It counts as ready until a check says otherwise.
        for (var since = stage.Timeline.Now; instance.Containers.All(static container => container.Runs) && instance.IsReady;)
        {
            if (stage.Timeline.Now - since > TimeSpan.FromSeconds(2))
                break;
            await Task.Delay(20, interrupted);
        }
        for (var since = stage.Timeline.Now; !instance.IsReady && stage.Timeline.Now - since < LimitOf(stage);)
            await Task.Delay(50, interrupted);
        return instance.IsReady;
    }

    public static TimeSpan LimitOf(Stage stage) => Patience + (stage.Service.First.Startup?.Budget ?? stage.Options.StartTimeout);

    /// <summary>What became of the requests meanwhile.</summary>
    public static string Lost(Stage stage, TimeSpan from)
    {
        var all = stage.Between(from, stage.Timeline.Now);
        var lost = all.Where(static exchange => exchange.IsFailure).ToList();
        return lost.Count == 0
            ? Invariant($"none of {all.Count} requests was lost")
            : Invariant($"{lost.Count} of {all.Count} requests failed: {Outcomes.Of(lost)}");
    }
}
