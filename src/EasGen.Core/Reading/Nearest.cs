namespace EasGen.Core;

/// <summary>Finds what somebody meant who wrote a key that no row knows.</summary>
internal static class Nearest
{
    private const string Nothing = "check its spelling and its place";

    // Longer keys are nobody's slip of the pen.
    private const int Longest = 64;

    private static readonly Lazy<ILookup<string, string>> Known = new(static () => Places(Shape.Root, "").ToLookup(static place => place.Key, static place => place.Pointer, StringComparer.Ordinal));

    /// <summary>The words of a message: the key of the same object that looks most like it, or the other place that has it.</summary>
    public static string Advice(string key, Shape shape)
    {
        if (key.Length > Longest)
            return Nothing;
        var meant = shape.Keys.Select(known => (Key: known, Distance: Distance(Plain(key), Plain(known)))).OrderBy(static found => found.Distance).FirstOrDefault();
        if (meant.Key is not null && meant.Distance <= Math.Max(2, Math.Max(key.Length, meant.Key.Length) * 2 / 5))
            return $"did you mean '{meant.Key}'?";
        var places = Known.Value[key].Take(2).ToArray();
        return places.Length == 1 ? $"did you mean '{places[0]}'?" : Nothing;
    }

    // Kubernetes' livenessProbe is EAS's liveness_check.
    private static string Plain(string key) => key.Replace("_", "").Replace("-", "").ToLowerInvariant();

    private static IEnumerable<(string Key, string Pointer)> Places(Shape shape, string pointer)
    {
        foreach (var member in shape.Members.Where(static member => member.Value.Old is null))
        {
            var at = $"{pointer}/{JsonPointer.Escape(member.Key)}";
            yield return (member.Key, at);
            foreach (var deeper in Places(member.Value, at))
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
