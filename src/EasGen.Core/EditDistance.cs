namespace EasGen.Core;

/// <summary>The edit distance of Levenshtein: how many characters to add, remove or replace.</summary>
internal static class EditDistance
{
    // Longer words are nobody's slip of the pen.
    private const int Longest = 64;

    /// <summary>The word that was probably meant by a misspelled one; null when none is near. Case, - and _ do not count.</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        if (word.Length > Longest)
            return null;
        var plain = Plain(word);
        var (meant, distance) = known
            .Select(one => (One: one, Distance: Between(plain, Plain(one))))
            .OrderBy(static one => one.Distance)
            .FirstOrDefault();
        return meant is not null && distance <= Furthest(Math.Min(plain.Length, Plain(meant).Length)) ? meant : null;
    }

    public static int Between(string one, string other)
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

    // Of a short word little can change before it is another one.
    private static int Furthest(int length) => length <= 1 ? 0 : length <= 4 ? 1 : length <= 7 ? 2 : length * 2 / 5;

    private static string Plain(string word) => word.Replace("_", "").Replace("-", "").ToLowerInvariant();
}
