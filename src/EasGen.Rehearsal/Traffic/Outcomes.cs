using System.Globalization;

namespace EasGen.Rehearsal.Traffic;

/// <summary>What became of requests, counted in words.</summary>
internal static class Outcomes
{
    public static string Of(IEnumerable<Exchange> exchanges) => string.Join(", ", exchanges
        .Where(static exchange => exchange.IsFailure)
        .GroupBy(static exchange => exchange.Outcome)
        .OrderByDescending(static group => group.Count())
        .Select(static group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {Word(group.Key, group.First().Status)}")));

    private static string Word(ExchangeOutcome outcome, int? status) => outcome switch
    {
        ExchangeOutcome.Refused => "refused",
        ExchangeOutcome.Lost => "lost before an answer",
        ExchangeOutcome.Cut => "cut within the answer",
        ExchangeOutcome.NoInstance => "without a ready instance",
        ExchangeOutcome.TimedOut => "too late",
        _ => string.Create(CultureInfo.InvariantCulture, $"answered {status}"),
    };
}
