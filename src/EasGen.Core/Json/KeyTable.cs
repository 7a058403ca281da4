namespace EasGen.Core.Json;

/// <summary>What is known of some keys. Nearly every key that is in it is found with one look, without the hash of all its signs.</summary>
internal sealed class KeyTable<T>
{
    private readonly Dictionary<string, T> all = new(StringComparer.Ordinal);

    // One key for each place, which is enough for most.
    private readonly KeyValuePair<string, T>[] first;

    public KeyTable(IEnumerable<KeyValuePair<string, T>> entries)
    {
        foreach (var entry in entries)
            all.Add(entry.Key, entry.Value);
        var places = 4;
        while (places < 2 * all.Count)
            places *= 2;
        first = new KeyValuePair<string, T>[places];
        foreach (var entry in all)
            first[Place(entry.Key)] = entry;
    }

    public bool TryGetValue(string key, out T value)
    {
        var here = first[Place(key)];
        if (here.Key != key)
            return all.TryGetValue(key, out value!);
        value = here.Value;
        return true;
    }

    private int Place(string key) => KeyHash.Of(key) & (first.Length - 1);
}
