namespace EasGen.Core.Secrets;

/// <summary>Words, in any case, that are all looked for in one pass over a text.</summary>
internal sealed class WordSearch
{
    // The sign that letters differ by in either case, and how many signs remain then.
    private const int Case = 32;
    private const int Signs = 128;

    private const int Bits = 64;

    // A bit for each pair of signs that a word begins with, as most pairs begin none, and the words by their first sign.
    private readonly ulong[] starts = new ulong[Signs * Signs / Bits];
    private readonly Word[]?[] byFirst = new Word[]?[Signs];

    public WordSearch(IEnumerable<string> words)
    {
        foreach (var text in words)
        {
            var word = new Word(text.ToUpperInvariant(), text.ToLowerInvariant());
            foreach (var first in new[] { Sign(word.Upper[0]), Sign(word.Lower[0]) }.Distinct())
            {
                byFirst[first] = [.. byFirst[first] ?? [], word];
                // What follows a word of one sign may be anything.
                foreach (var second in text.Length > 1 ? [Sign(word.Upper[1]), Sign(word.Lower[1])] : Enumerable.Range(0, Signs))
                    starts[Pair(first, second) / Bits] |= 1UL << (Pair(first, second) % Bits);
            }
        }
    }

    /// <summary>True when one of the words stands in the text.</summary>
    public bool IsAnyIn(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var first = Sign(text[at]);
            var pair = Pair(first, at + 1 < text.Length ? Sign(text[at + 1]) : 0);
            if ((starts[pair / Bits] & (1UL << (pair % Bits))) == 0)
                continue;
            foreach (var word in byFirst[first]!)
            {
                if (word.StandsAt(text, at))
                    return true;
            }
        }
        return false;
    }

    private static int Pair(int first, int second) => (first * Signs) + second;

    private static int Sign(char sign) => (sign | Case) & (Signs - 1);

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
