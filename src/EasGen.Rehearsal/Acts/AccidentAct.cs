using EasGen.Rehearsal.Instances;

namespace EasGen.Rehearsal.Acts;

/// <summary>Accidents: what EAS does about them, and what callers see.</summary>
internal static class AccidentAct
{
    public static async Task PlayAsync(Stage stage, Answers answers, CancellationToken interrupted)
    {
#pragma warning disable CA5394 // Chance of a play, not of a secret; the same seed picks the same instances.
        var chance = new Random(stage.Options.Seed);
        stage.Timeline.Add(null, EventKind.Act, "accident: an instance is killed");
        await KillAccident.PlayAsync(stage, Pick(), answers, interrupted);
        stage.Timeline.Add(null, EventKind.Act, "accident: an instance hangs");
        await HangAccident.PlayAsync(stage, Pick(), answers, interrupted);
        stage.Timeline.Add(null, EventKind.Act, "accident: requests take too long");
        await SlowRequestAccident.PlayAsync(stage, answers, interrupted);
        stage.Timeline.Add(null, EventKind.Act, "accident: a start at half the speed");
        await SlowStartAccident.PlayAsync(stage, answers, interrupted);

        Instance Pick() => stage.Serving[chance.Next(stage.Serving.Count)];
#pragma warning restore CA5394
    }
}
