using EasGen.Core.Catalog;

namespace EasGen.Core.Reading;

/// <summary>Finds what somebody meant who wrote a key that no setting knows.</summary>
internal static class Nearest
{
    private const string Nothing = "check its spelling and its place";

    // Longer keys are nobody's slip of the pen.
    private const int Longest = 64;

    // The settings of the service itself. A key inside of a list is about one of its items, and few know which.
    private static readonly Lazy<ILookup<string, string>> Known = new(static () =>
        Places(FeatureCatalog.Schema, "").ToLookup(static place => place.Key, static place => place.Pointer, StringComparer.Ordinal));

    /// <summary>The words of a message: the key of the same object that looks most like it, or the one other place that has it.</summary>
    public static string Advice(string key, SchemaNode schema)
    {
        if (Key(key, schema) is { } meant)
            return $"did you mean '{meant}'?";
        var places = Known.Value[key].Take(2).ToArray();
        return places.Length == 1 ? $"it belongs at '{JsonPointer.Spoken(places[0])}'" : Nothing;
    }

    /// <summary>The key of the same object that looks most like it; null when none is near.</summary>
    public static string? Key(string key, SchemaNode schema)
    {
        if (key.Length > Longest)
            return null;
        var (meant, like, distance) = Keys(schema)
            .Select(known => (known.Write, known.Like, Distance: EditDistance.Between(Plain(key), Plain(known.Like))))
            .OrderBy(static known => known.Distance)
            .FirstOrDefault();
        return meant is not null && distance <= Furthest(Math.Min(key.Length, like.Length)) ? meant : null;
    }

    // Of a short word little can change before it is another one.
    private static int Furthest(int length) => length <= 4 ? 1 : length <= 7 ? 2 : length * 2 / 5;

    // Kubernetes' livenessProbe is EAS's liveness_check.
    private static string Plain(string key) => key.Replace("_", "").Replace("-", "").ToLowerInvariant();

    // What may stand here, and what it may look like; an old key only if its new one stands here too.
    private static IEnumerable<(string Write, string Like)> Keys(SchemaNode schema) =>
        from member in schema.Members
        where member.Key is not (Setting.Key or "*") && member.Value.Alias is null or { Sibling: not null }
        select (member.Value.Alias?.Sibling ?? member.Key, member.Key);

    private static IEnumerable<(string Key, string Pointer)> Places(SchemaNode schema, string pointer)
    {
        foreach (var member in schema.Members.Where(static member => member.Value.Alias is null && member.Key is not (Setting.Key or "*")))
        {
            var at = $"{pointer}/{JsonPointer.Escape(member.Key)}";
            yield return (member.Key, at);
            foreach (var deeper in Places(member.Value, at))
                yield return deeper;
        }
    }
}
