using EasGen.Benchmarks.Serving;

namespace EasGen.Benchmarks.Chatting;

/// <summary>The first token and the whole stream through the chat endpoint, beside an endpoint by hand.</summary>
internal static class ChattingRun
{
    private const string Argument = "chat";
    private const string Served = "chat-served";
    private const string Hand = "chat-by-hand";
    private const int Rounds = 101;
    private const int Requests = 100;

    /// <summary>True when the arguments asked for this.</summary>
    public static bool Run(string[] args)
    {
        switch (args)
        {
            case [Argument]:
                Measure().GetAwaiter().GetResult();
                return true;
            case [Served]:
                Apps.RunGenerated<Chatter>(ByHandJson.Default, static app => app.MapEasChat<Chatter>());
                return true;
            case [Hand]:
                ByHand.Run();
                return true;
            default:
                return false;
        }
    }

    // The second one by hand shows what the machine alone makes of the ratios.
    private static async Task Measure()
    {
        using var served = new ChildProcess(Served);
        using var byHand = new ChildProcess(Hand);
        using var byHandToo = new ChildProcess(Hand);
        ChildProcess[] apps = [served, byHand, byHandToo];
        foreach (var app in apps)
        {
            await app.UntilGreen(Chatter.Eas.StartupPath);
            for (var round = 0; round < 10; round++)
                await Round(app);
        }

        var rounds = new List<(double First, double All)[]>();
        for (var round = 0; round < Rounds; round++)
        {
            var measured = new (double First, double All)[apps.Length];
            // Another one is first in each round.
            for (var turn = 0; turn < apps.Length; turn++)
            {
                var index = (round + turn) % apps.Length;
                measured[index] = await Round(apps[index]);
            }

            rounds.Add(measured);
        }

        Page.Write("chat",
        [
            $"| median of {Rounds} rounds (quartiles) | first token | all {Chatter.Tokens} tokens |",
            "|---|---|---|",
            Compare("EasGen / by hand, first process", rounds, 0, 1),
            Compare("EasGen / by hand, second process", rounds, 0, 2),
            Compare("by hand, second / first process", rounds, 2, 1),
            FormattableString.Invariant(
                $"| EasGen, in ms | {Median(rounds, static app => app[0].First):F2} | {Median(rounds, static app => app[0].All):F2} |"),
            FormattableString.Invariant(
                $"| by hand, in ms | {Median(rounds, static app => app[1].First):F2} | {Median(rounds, static app => app[1].All):F2} |"),
        ]);
    }

    // The median of a round: one request that the machine holds up says nothing of the endpoint.
    private static async Task<(double First, double All)> Round(ChildProcess app)
    {
        using var connection = new TokenConnection(app.Port);
        var times = new List<(double First, double All)>();
        for (var request = 0; request < Requests; request++)
            times.Add(await connection.Ask());
        return (Middle(times.Select(static time => time.First)), Middle(times.Select(static time => time.All)));
    }

    private static string Compare(string name, List<(double First, double All)[]> rounds, int measured, int floor)
    {
        return $"| {name} | {Ratio(static time => time.First)} | {Ratio(static time => time.All)} |";

        string Ratio(Func<(double First, double All), double> value)
        {
            var ratios = rounds.Select(round => value(round[measured]) / value(round[floor])).Order().ToArray();
            return FormattableString.Invariant($"**{ratios[Rounds / 2]:F3}** ({ratios[Rounds / 4]:F3} to {ratios[Rounds * 3 / 4]:F3})");
        }
    }

    private static double Median(List<(double First, double All)[]> rounds, Func<(double First, double All)[], double> microseconds) =>
        Middle(rounds.Select(microseconds)) / 1000;

    private static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
