namespace EasGen.Core.Json;

/// <summary>Tells of most keys of an object at once that none of those before is the same.</summary>
internal struct KeySieve
{
    private ulong seen;

    /// <summary>True for a key that certainly differs from all that were asked for before.</summary>
    public bool IsNew(string key)
    {
        var bit = 1UL << (KeyHash.Of(key) & 63);
        var isNew = (seen & bit) == 0;
        seen |= bit;
        return isNew;
    }
}
