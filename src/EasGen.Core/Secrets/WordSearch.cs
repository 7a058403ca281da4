namespace EasGen.Core.Secrets;

/// <summary>Words, in any case, that are all looked for in one pass over a text.</summary>
internal sealed class WordSearch
{
    // Those of ASCII.
    private const int Signs = 128;

    private const int Bits = 64;

    private const int Cases = 32;

    // Few pairs share a place among so many.
    private const int Places = 1024;

    // A bit for each pair of signs that a word begins with, as most pairs begin none, and the words by their pairs.
    private readonly ulong[] starts = new ulong[Signs * Signs / Bits];
    private readonly Word[]?[] byStart = new Word[]?[Places];

    // What may stand third behind such a pair, as most third signs are of no word. Several signs share a bit, a letter with its other case.
    private readonly uint[] thirds = new uint[Places];

    public WordSearch(IEnumerable<string> words)
    {
        foreach (var text in words)
        {
            var word = new Word(text.ToUpperInvariant(), text.ToLowerInvariant());
            foreach (var pair in Pairs(word))
            {
                starts[pair / Bits] |= 1UL << (pair % Bits);
                byStart[Place(pair)] = [.. byStart[Place(pair)] ?? [], word];
                thirds[Place(pair)] |= word.Upper.Length > 2 ? Third(word.Upper[2]) | Third(word.Lower[2]) : uint.MaxValue;
            }
        }
    }

    /// <summary>True when one of the words stands in the text.</summary>
    public bool IsAnyIn(string text)
    {
        if (text.Length == 0)
            return false;
        var first = Sign(text[0]);
        for (var at = 1; at < text.Length; at++)
        {
            var second = Sign(text[at]);
            var pair = (first * Signs) + second;
            if (BeginsAny(pair) && IsAnyAt(text, at - 1, pair))
                return true;
            first = second;
        }
        return BeginsAny(first * Signs) && IsAnyAt(text, text.Length - 1, first * Signs);
    }

    private bool BeginsAny(int pair) => (starts[pair / Bits] & (1UL << (pair % Bits))) != 0;

    // Apart, so that the pass over a text is a short loop.
    private bool IsAnyAt(string text, int at, int pair)
    {
        var place = Place(pair);
        if (at + 2 < text.Length && (thirds[place] & Third(text[at + 2])) == 0)
            return false;
        foreach (var word in byStart[place]!)
        {
            if (word.StandsAt(text, at))
                return true;
        }
        return false;
    }

    // What follows a word of one sign may be anything.
    private static IEnumerable<int> Pairs(Word word) => (
        from first in new[] { word.Upper[0], word.Lower[0] }
        from second in word.Upper.Length > 1 ? [word.Upper[1], word.Lower[1]] : Enumerable.Range(0, Signs).Select(static sign => (char)sign)
        select (Sign(first) * Signs) + Sign(second)).Distinct();

    // An odd factor spreads those whose lower bits are the same.
    private static int Place(int pair) => (pair + (pair / Places * 37)) % Places;

    // The letters of ASCII differ from those of the other case in a higher bit.
    private static uint Third(char sign) => 1u << (sign & (Cases - 1));

    // Others than those of ASCII share their places with them.
    private static int Sign(char sign) => sign & (Signs - 1);

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
