namespace EasGen.Core.Secrets;

/// <summary>Words, in any case, that are all looked for in one pass over a text.</summary>
internal sealed class WordSearch
{
    // What a letter has in common in either case.
    private const int Letters = 32;

    // The words by the two signs that they begin with. Most pairs begin none.
    private readonly Word[]?[] byStart = new Word[]?[Letters * Letters];

    public WordSearch(IEnumerable<string> words)
    {
        foreach (var text in words)
        {
            var word = new Word(text.ToUpperInvariant(), text.ToLowerInvariant());
            foreach (var start in Starts(word.Upper).Concat(Starts(word.Lower)).Distinct())
                byStart[start] = [.. byStart[start] ?? [], word];
        }
    }

    /// <summary>True when one of the words stands in the text.</summary>
    public bool IsAnyIn(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var next = at + 1 < text.Length ? text[at + 1] : '\0';
            if (byStart[Start(text[at], next)] is not { } words)
                continue;
            foreach (var word in words)
            {
                if (word.StandsAt(text, at))
                    return true;
            }
        }
        return false;
    }

    private static int Start(char first, char second) => ((first & (Letters - 1)) * Letters) + (second & (Letters - 1));

    // What follows a word of one sign may be anything.
    private static IEnumerable<int> Starts(string word) => word.Length > 1
        ? [Start(word[0], word[1])]
        : Enumerable.Range(word[0] % Letters * Letters, Letters);

    private readonly record struct Word(string Upper, string Lower)
    {
        public bool StandsAt(string text, int at)
        {
            if (Upper.Length > text.Length - at)
                return false;
            for (var i = 0; i < Upper.Length; i++)
            {
                if (text[at + i] != Upper[i] && text[at + i] != Lower[i])
                    return false;
            }
            return true;
        }
    }
}
