namespace EasGen.Core;

internal static class Unicode
{
    /// <summary>The place of the first half of a surrogate pair that lacks its other half; -1 in valid text.</summary>
    public static int LoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
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
