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
}
