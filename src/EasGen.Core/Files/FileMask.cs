using System.Text;
using EasGen.Core.Secrets;

namespace EasGen.Core.Files;

/// <summary>A file as it may be shown: with a star for each byte of a secret, so that lines and columns stay.</summary>
internal static class FileMask
{
    private static readonly byte[] Signs = " \t\r\n\"'`{}[](),:="u8.ToArray();

    /// <summary>The same bytes where there is nothing to hide.</summary>
    public static byte[] Of(byte[] file, Concealment concealment)
    {
        if (concealment.Secrets.Count == 0)
            return file;
        var shown = (byte[])file.Clone();
        // What is not UTF-8 is read as this sign.
        foreach (var part in concealment.Texts.SelectMany(static text => text.Split('\uFFFD')).Where(static part => part.Length > 0))
            Hide(shown, Encoding.UTF8.GetBytes(part));
        return shown;
    }

    /// <summary>Hides a value with its quotes.</summary>
    public static void Hide(Span<byte> value) => value.Fill((byte)'*');

    /// <summary>Hides a secret wherever it stands.</summary>
    public static void Hide(Span<byte> shown, byte[] secret)
    {
        for (var from = 0; shown.Slice(from).IndexOf(secret) is >= 0 and var at; from += at + secret.Length)
            Hide(shown.Slice(from + at, secret.Length));
    }

    /// <summary>Hides all texts, words and numbers of a file that is no JSON, but for what stands where keys do.</summary>
    public static void HideValues(Span<byte> shown)
    {
        // The sign in front, or none behind a word, whose comma may be missing; a line begins with a key unless a colon is open.
        const byte None = 0;
        var before = None;
        for (var at = 0; at < shown.Length;)
        {
            var end = EndOfWord(shown, at);
            if (end == at)
            {
                var sign = shown[at++];
                if (sign is not ((byte)' ' or (byte)'\t' or (byte)'\r') && !(sign == '\n' && before == ':'))
                    before = sign;
                continue;
            }
            if (before is not ((byte)'{' or (byte)',' or (byte)'\n' or None) || !IsKey(shown.Slice(end)))
                Hide(shown.Slice(at, end - at));
            before = None;
            at = end;
        }
    }

    private static bool IsKey(ReadOnlySpan<byte> behind)
    {
        var at = 0;
        while (at < behind.Length && behind[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            at++;
        return at < behind.Length && behind[at] == ':';
    }

    // A text goes to its quote or, without one, to the end of its line.
    private static int EndOfWord(ReadOnlySpan<byte> text, int at)
    {
        if (text[at] is not ((byte)'"' or (byte)'\'' or (byte)'`'))
            return text.Slice(at).IndexOfAny(Signs) is >= 0 and var length ? at + length : text.Length;
        var end = at + 1;
        for (; end < text.Length && text[end] != '\n'; end++)
        {
            if (text[end] == text[at])
                return end + 1;
            if (text[end] == '\\' && end + 1 < text.Length && text[end + 1] != '\n')
                end++;
        }
        return end;
    }
}
