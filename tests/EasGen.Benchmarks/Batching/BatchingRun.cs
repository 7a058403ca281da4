using EasGen.Benchmarks.Serving;

namespace EasGen.Benchmarks.Batching;

/// <summary>What batches bring to a model that is made for them, and what they cost a caller that is alone.</summary>
internal static class BatchingRun
{
    private const string Argument = "batching";
    private const string Child = "batching-app";
    private const int Callers = 64;
    private const int Rounds = 9;

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(3);

    /// <summary>True when the arguments asked for this.</summary>
    public static bool Run(string[] args)
    {
        switch (args)
        {
            case [Argument]:
                Measure().GetAwaiter().GetResult();
                return true;
            case [Child]:
                Apps.RunGenerated<SlowModel>(SlowJson.Default);
                return true;
            default:
                return false;
        }
    }

    private static async Task Measure()
    {
        using var app = new ChildProcess(Child);
        await app.UntilGreen(SlowModel.Eas.StartupPath);
        await Compare(app, "/single", "/batch", callers: 1);
        await Compare(app, "/single", "/batch", Callers);
        await Compare(app, "/single-many", "/batch-many", Callers);
    }

    private static async Task Compare(ChildProcess app, string single, string batch, int callers)
    {
        var rounds = new List<(LoadRound Single, LoadRound Batch)>();
        // The first one warms up.
        for (var round = 0; round <= Rounds; round++)
            rounds.Add((await Load(app, single, callers), await Load(app, batch, callers)));
        rounds.RemoveAt(0);

        Say($"{single} and {batch}, {callers} callers, {Rounds} rounds of {Round.TotalSeconds} s, median (least to most):");
        Say($"  requests/s, batched to unbatched   {Ratio(static round => round.PerSecond)}");
        Say($"  p99 in ms                          {Ratio(static round => round.P99 / 1000)}");
        Say($"  time for one request in ms         {Ratio(round => callers * 1000 / round.PerSecond)}");

        string Ratio(Func<LoadRound, double> value)
        {
            var ratios = rounds.Select(round => value(round.Batch) / value(round.Single)).Order().ToArray();
            var (own, other) = (Median(rounds.Select(round => value(round.Batch))), Median(rounds.Select(round => value(round.Single))));
            return FormattableString.Invariant(
                $"{ratios[Rounds / 2]:F3} ({ratios[0]:F3} to {ratios[^1]:F3}); {own:F1} and {other:F1}");
        }
    }

    private static Task<LoadRound> Load(ChildProcess app, string route, int callers) =>
        LoadRound.Run(app, Round, Connection.Post(route, "1.5"), callers);

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private static void Say(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));
}
