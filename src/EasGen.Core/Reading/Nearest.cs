namespace EasGen.Core;

/// <summary>Finds what somebody meant who wrote a key that no row knows.</summary>
internal static class Nearest
{
    /// <summary>The words of a message: the key of the same object that looks most like it, or the other place that has it.</summary>
    public static string Advice(string key, Shape shape)
    {
        var meant = shape.Keys.Select(known => (Known: known, Distance: Distance(Plain(key), Plain(known)))).OrderBy(static found => found.Distance).FirstOrDefault();
        if (meant.Known is not null && meant.Distance <= Math.Max(2, Math.Max(key.Length, meant.Known.Length) * 2 / 5))
            return $"did you mean '{meant.Known}'?";
        var places = Places(key, Shape.Root, "").Take(2).ToArray();
        return places.Length == 1 ? $"did you mean '{places[0]}'?" : "check its spelling and its place";
    }

    // Kubernetes' livenessProbe is EAS's liveness_check.
    private static string Plain(string key) => key.Replace("_", "").Replace("-", "").ToLowerInvariant();

    private static IEnumerable<string> Places(string key, Shape shape, string pointer)
    {
        foreach (var member in shape.Members)
        {
            if (member.Value.Old is not null)
                continue;
            if (member.Key == key)
                yield return $"{pointer}/{key}";
            foreach (var deeper in Places(key, member.Value, $"{pointer}/{JsonPointer.Escape(member.Key)}"))
                yield return deeper;
        }
    }

    // Levenshtein's: how many letters to add, take away or change.
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, cost);
            }
        }
        return row[other.Length];
    }
}
