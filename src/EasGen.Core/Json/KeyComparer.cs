namespace EasGen.Core.Json;

/// <summary>
/// Compares keys by all of their signs, and puts them into a table by few of them, which tell nearly all keys of services apart. A table
/// that anybody could fill is not for it.
/// </summary>
internal sealed class KeyComparer : IEqualityComparer<string>
{
    public static readonly KeyComparer Instance = new();

    private KeyComparer()
    {
    }

    public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

    public int GetHashCode(string obj) => obj.Length == 0
        ? 0
        : (obj.Length * 59) + (obj[0] * 3) + (obj[obj.Length / 2] * 17) + (obj[obj.Length - 1] * 131);
}
