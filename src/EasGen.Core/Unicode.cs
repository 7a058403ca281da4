namespace EasGen.Core;

internal static class Unicode
{
    private const char FirstHalf = '\uD800';

    /// <summary>The place of the first half of a surrogate pair that lacks its other half; -1 in valid text.</summary>
    public static int LoneSurrogate(string text)
    {
        // Nearly all texts have no sign so far behind.
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] >= FirstHalf)
                return LoneSurrogate(text, i);
        }
        return -1;
    }

    private static int LoneSurrogate(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                i++;
            else
                return i;
        }
        return -1;
    }
}
