namespace Sonnets;

/// <summary>Which characters followed one context, and how often.</summary>
internal sealed class NextCharacters
{
    // Sorted, so that the same seed makes the same choice.
    private readonly SortedDictionary<char, int> counts = [];

    public void Add(char next) => counts[next] = counts.GetValueOrDefault(next) + 1;

    public char Choose(double temperature, Random random)
    {
        var likeliest = counts.MaxBy(entry => entry.Value);
        if (temperature == 0)
            return likeliest.Key;

        // Relative to the likeliest, no power is above 1 and one of them is 1: neither an overflow nor a sum of 0.
        var weights = counts.Values.Select(count => Math.Pow((double)count / likeliest.Value, 1 / temperature)).ToArray();
        var point = random.NextDouble() * weights.Sum();
        foreach (var (next, weight) in counts.Keys.Zip(weights))
        {
            point -= weight;
            if (point < 0)
                return next;
        }

        // Rounding alone leads here.
        return likeliest.Key;
    }
}
