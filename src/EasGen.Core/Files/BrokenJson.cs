using System.Globalization;
using System.Text;
using EasGen.Core.Reading;

namespace EasGen.Core.Files;

/// <summary>Says what is wrong with a file that is not JSON, by the character at which it stops to be.</summary>
internal static class BrokenJson
{
    // So many bytes tell what a text is.
    private const int Head = 8192;

    private const string Quotes = "\u201C\u201D\u201E\u201F\u2018\u2019\u201A\u00AB\u00BB\u2032\u2033\uFF02";

    private const string Spaces =
        "\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u200B\u202F\u205F\u2060\u3000";

    // As other languages write what JSON writes in small letters.
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["True"] = "true",
        ["TRUE"] = "true",
        ["False"] = "false",
        ["FALSE"] = "false",
        ["None"] = "null",
        ["Null"] = "null",
        ["NULL"] = "null",
        ["nil"] = "null",
        ["undefined"] = "null",
    };

    /// <param name="file">The file.</param>
    /// <param name="offset">The byte at which the reader stopped.</param>
    /// <param name="message">What the reader says.</param>
    public static string Describe(byte[] file, int offset, string message)
    {
        if (OtherDocument.Describe(Encoding.UTF8.GetString(file, 0, Math.Min(Head, file.Length))) is { } other)
            return other;
        var text = Encoding.UTF8.GetString(file, offset, Math.Min(64, file.Length - offset));
        if (text.Length == 0)
            return message;
        var code = "U+" + ((int)text[0]).ToString("X4", CultureInfo.InvariantCulture);
        if (Quotes.IndexOf(text[0]) >= 0)
            return $"'{text[0]}' ({code}) is a typographic quotation mark; write a straight one (\")";
        if (Spaces.IndexOf(text[0]) >= 0)
            return $"There is a {(text[0] == '\u00A0' ? "no-break" : "special")} space ({code}), which JSON does not allow; "
                + $"write an ordinary space";
        if (text[0] == '\uFEFF')
            return "There is a byte order mark (U+FEFF) inside the text; delete it";
        if (text[0] == '\'')
            return "JSON uses double quotes; write \" instead of '";
        var word = new string([.. text.TakeWhile(char.IsLetter)]);
        return Words.TryGetValue(word, out var right) ? $"'{word}' is not JSON; write {right}" : message;
    }
}
