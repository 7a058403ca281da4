using EasGen.Core.Catalog;

namespace EasGen.Core.Reading;

/// <summary>Finds what somebody meant who wrote a key that no setting knows.</summary>
internal static class Nearest
{
    private const string Nothing = "check its spelling and its place";

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
        var keys = Keys(schema).ToArray();
        return EditDistance.Nearest(key, keys.Select(static known => known.Like)) is { } like
            ? Array.Find(keys, known => known.Like == like).Write
            : null;
    }

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
