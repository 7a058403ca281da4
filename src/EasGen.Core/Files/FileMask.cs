using System.Text;
using EasGen.Core.Secrets;

namespace EasGen.Core.Files;

/// <summary>A file as it may be shown: with a star for each byte of a secret, so that lines and columns stay.</summary>
internal static class FileMask
{
    /// <summary>The same bytes where there is nothing to hide.</summary>
    public static byte[] Of(byte[] file, Concealment concealment)
    {
        if (concealment.Secrets.Count == 0)
            return file;
        var shown = (byte[])file.Clone();
        foreach (var text in concealment.Texts)
            Hide(shown, Encoding.UTF8.GetBytes(text));
        return shown;
    }

    /// <summary>Hides some bytes, which are a value with its quotes.</summary>
    public static void Hide(byte[] shown, int offset, int length) => shown.AsSpan(offset, length).Fill((byte)'*');

    private static void Hide(byte[] shown, byte[] secret)
    {
        for (var from = 0; shown.AsSpan(from).IndexOf(secret) is >= 0 and var at; from += at + secret.Length)
            Hide(shown, from + at, secret.Length);
    }
}
