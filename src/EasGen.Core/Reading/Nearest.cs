namespace EasGen.Core;

/// <summary>Finds what somebody meant who wrote a key that no row knows.</summary>
internal static class Nearest
{
    private const string Nothing = "check its spelling and its place";

    // Longer keys are nobody's slip of the pen.
    private const int Longest = 64;

    // The settings of the service itself. A key inside of a list is about one of its items, and few know which.
    private static readonly Lazy<ILookup<string, string>> Known = new(static () => Places(Shape.Root, "").ToLookup(static place => place.Key, static place => place.Pointer, StringComparer.Ordinal));

    /// <summary>The words of a message: the key of the same object that looks most like it, or the one other place that has it.</summary>
    public static string Advice(string key, Shape shape)
    {
        if (Key(key, shape) is { } meant)
            return $"did you mean '{meant}'?";
        var places = Known.Value[key].Take(2).ToArray();
        return places.Length == 1 ? $"it belongs at '{JsonPointer.Spoken(places[0])}'" : Nothing;
    }

    /// <summary>The key of the same object that looks most like it; null when none is near.</summary>
    public static string? Key(string key, Shape shape)
    {
        if (key.Length > Longest)
            return null;
        var (meant, like, distance) = Keys(shape)
            .Select(known => (known.Write, known.Like, Distance: Distance(Plain(key), Plain(known.Like))))
            .OrderBy(static known => known.Distance)
            .FirstOrDefault();
        return meant is not null && distance <= Furthest(Math.Min(key.Length, like.Length)) ? meant : null;
    }

    // Of a short word little can change before it is another one.
    private static int Furthest(int length) => length <= 4 ? 1 : length <= 7 ? 2 : length * 2 / 5;

    // Kubernetes' livenessProbe is EAS's liveness_check.
    private static string Plain(string key) => key.Replace("_", "").Replace("-", "").ToLowerInvariant();

    // What may stand here, and what it may look like; an old key only if its new one stands here too.
    private static IEnumerable<(string Write, string Like)> Keys(Shape shape) =>
        from member in shape.Members
        where member.Key is not (Row.Key or "*") && member.Value.Old is null or { Sibling: not null }
        select (member.Value.Old?.Sibling ?? member.Key, member.Key);

    private static IEnumerable<(string Key, string Pointer)> Places(Shape shape, string pointer)
    {
        foreach (var member in shape.Members.Where(static member => member.Value.Old is null && member.Key is not (Row.Key or "*")))
        {
            var at = $"{pointer}/{JsonPointer.Escape(member.Key)}";
            yield return (member.Key, at);
            foreach (var deeper in Places(member.Value, at))
                yield return deeper;
        }
    }

    /// <summary>Levenshtein's: how many letters to add, take away or change.</summary>
    public static int Distance(string one, string other)
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
