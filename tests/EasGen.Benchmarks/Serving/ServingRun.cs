namespace EasGen.Benchmarks.Serving;

/// <summary>The generated endpoint beside the one by hand, and its start beside that of an empty app.</summary>
internal static class ServingRun
{
    public const string Argument = "serving";

    // Short rounds, and many: what else the machine does changes slowly, and then hits all apps of a round alike.
    private const int Rounds = 241;
    private const int Starts = 15;

    // What the first requests make grow (pools, compiled code) is not what a leak would.
    private const int EarlyRequests = 20_000;
    private const int AllRequests = 200_000;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(0.15);

    /// <summary>True when the arguments asked for this.</summary>
    public static bool Run(string[] args)
    {
        switch (args)
        {
            case [Argument]:
                StartsUp().GetAwaiter().GetResult();
                Serves().GetAwaiter().GetResult();
                KeepsItsMemory().GetAwaiter().GetResult();
                return true;
            case [Apps.Generated]:
                Apps.RunGenerated<Iris>(IrisJson.Default);
                return true;
            case [Apps.Bounded]:
                Apps.RunGenerated<BoundedIris>(IrisJson.Default);
                return true;
            case [Apps.ByHand]:
                Apps.RunByHand();
                return true;
            case [Apps.Empty]:
                Apps.RunEmpty();
                return true;
            default:
                return false;
        }
    }

    private static async Task StartsUp()
    {
        var (generated, byHand, empty) = (new List<double>(), new List<double>(), new List<double>());
        for (var start = 0; start < Starts; start++)
        {
            generated.Add(await Start(Apps.Generated, Iris.Eas.StartupPath));
            byHand.Add(await Start(Apps.ByHand, Iris.Eas.StartupPath));
            empty.Add(await Start(Apps.Empty, "/"));
        }

        Say($"Start to the first green answer, {Starts} processes each, median (least):");
        Say($"  generated {Median(generated):F0} ms ({generated.Min():F0})");
        Say($"  by hand {Median(byHand):F0} ms ({byHand.Min():F0})");
        Say($"  empty app {Median(empty):F0} ms ({empty.Min():F0})");
    }

    private static async Task<double> Start(string app, string path)
    {
        using var process = new ChildProcess(app);
        return (await process.UntilGreen(path)).TotalMilliseconds;
    }

    // The second one by hand shows what the machine alone makes of the ratios.
    private static async Task Serves()
    {
        using var generated = new ChildProcess(Apps.Generated);
        using var bounded = new ChildProcess(Apps.Bounded);
        using var byHand = new ChildProcess(Apps.ByHand);
        using var byHandToo = new ChildProcess(Apps.ByHand);
        ChildProcess[] apps = [generated, bounded, byHand, byHandToo];
        foreach (var app in apps)
        {
            await app.UntilGreen(Iris.Eas.StartupPath);
            await LoadRound.Run(app, WarmUp);
        }

        var rounds = new List<LoadRound[]>();
        for (var round = 0; round < Rounds; round++)
        {
            var measured = new LoadRound[apps.Length];
            // Another one is first in each round.
            for (var turn = 0; turn < apps.Length; turn++)
            {
                var index = (round + turn) % apps.Length;
                measured[index] = await LoadRound.Run(apps[index], Round);
            }

            rounds.Add(measured);
        }

        Report("generated / by hand", rounds, 0, 2);
        Report("generated / by hand, its other process", rounds, 0, 3);
        Report("with MaxConcurrency / by hand", rounds, 1, 2);
        Report("with MaxConcurrency / by hand, its other process", rounds, 1, 3);
        Report("by hand / by hand", rounds, 3, 2);
    }

    private static async Task KeepsItsMemory()
    {
        foreach (var app in new[] { Apps.Generated, Apps.Bounded, Apps.ByHand })
        {
            using var process = new ChildProcess(app);
            await process.UntilGreen(Iris.Eas.StartupPath);
            var early = await MemoryAfter(process, EarlyRequests);
            var late = await MemoryAfter(process, AllRequests - EarlyRequests);
            Say($"{app}: {early:F0} MB after {EarlyRequests} requests, {late:F0} MB after {AllRequests}");
        }
    }

    private static async Task<double> MemoryAfter(ChildProcess process, int requests)
    {
        while (requests > 0)
            requests -= (await LoadRound.Run(process, Round)).Requests;
        return process.Memory;
    }

    private static void Report(string name, List<LoadRound[]> rounds, int measured, int floor)
    {
        Console.WriteLine($"{name}, {rounds.Count} rounds, median (quartiles):");
        Say($"  requests/s                   {Compare(static round => round.PerSecond)}");
        Say($"  p99 in us                    {Compare(static round => round.P99)}");
        Say($"  processor us for a request   {Compare(static round => round.Processor)}");

        string Compare(Func<LoadRound, double> value)
        {
            var ratios = rounds.Select(round => value(round[measured]) / value(round[floor])).Order().ToArray();
            var (first, middle, third) = (ratios[ratios.Length / 4], ratios[ratios.Length / 2], ratios[ratios.Length * 3 / 4]);
            var own = Median(rounds.Select(round => value(round[measured])));
            var other = Median(rounds.Select(round => value(round[floor])));
            return FormattableString.Invariant($"{middle:F3} ({first:F3} to {third:F3}); {own:F1} and {other:F1}");
        }
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);

    private static void Say(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));
}
