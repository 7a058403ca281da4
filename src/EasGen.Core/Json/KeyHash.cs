namespace EasGen.Core.Json;

/// <summary>
/// A hash of few signs of a key, which tell nearly all keys of services apart. It is not for a table that anybody could fill.
/// </summary>
internal static class KeyHash
{
    public static int Of(string key) => key.Length == 0
        ? 0
        : (key.Length * 59) + (key[0] * 3) + (key[key.Length / 2] * 17) + (key[key.Length - 1] * 131);
}
