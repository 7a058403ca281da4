using System.Globalization;

namespace EasGen.Rehearsal.Traffic;

/// <summary>How long requests took that were answered.</summary>
internal sealed record Latency(TimeSpan Median, TimeSpan P90, TimeSpan P99, TimeSpan Longest)
{
    public static Latency? Of(IEnumerable<Exchange> exchanges)
    {
        var times = exchanges
            .Where(static exchange => exchange.Outcome is ExchangeOutcome.Answered or ExchangeOutcome.TimedOut)
            .Select(static exchange => exchange.Took)
            .Order()
            .ToArray();
        return times.Length == 0 ? null : new(At(0.5), At(0.9), At(0.99), times[^1]);

        TimeSpan At(double share) => times[Math.Min(times.Length - 1, (int)(share * times.Length))];
    }

    public override string ToString() => $"median {Text(Median)}, 90 % {Text(P90)}, 99 % {Text(P99)}, longest {Text(Longest)}";

    private static string Text(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.#} ms");
}
