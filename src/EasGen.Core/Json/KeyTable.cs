namespace EasGen.Core.Json;

/// <summary>What is known of some keys. Most that are in it are found with one look, without the hash of all their signs.</summary>
internal sealed class KeyTable<T>
{
    private readonly Dictionary<string, T> all = new(StringComparer.Ordinal);

    // One key for each place, which is enough for most.
    private readonly KeyValuePair<string, T>[] quick;

    public KeyTable(IEnumerable<KeyValuePair<string, T>> entries)
    {
        foreach (var entry in entries)
            all.Add(entry.Key, entry.Value);
        var places = 4;
        while (places < 2 * all.Count)
            places *= 2;
        quick = new KeyValuePair<string, T>[places];
        foreach (var entry in all)
            quick[Place(entry.Key)] = entry;
    }

    public bool TryGetValue(string key, out T value)
    {
        var here = quick[Place(key)];
        if (here.Key != key)
            return all.TryGetValue(key, out value!);
        value = here.Value;
        return true;
    }

    private int Place(string key) => KeyHash.Of(key) & (quick.Length - 1);
}
