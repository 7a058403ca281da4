using System.Globalization;
using System.Text;

namespace EasGen.Core.Json;

/// <summary>Text as JSON. Whatever an editor cannot show safely is escaped; letters of every language stay readable.</summary>
internal static class JsonText
{
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2);
        Append(quoted, text);
        return quoted.ToString();
    }

    /// <summary>The text as it stands between the quotes.</summary>
    public static string Inside(string text)
    {
        var quoted = Quote(text);
        return quoted.Substring(1, quoted.Length - 2);
    }

    /// <summary>The text with the characters that <c>\u</c> and <c>\/</c> stand for; all else in it stays.</summary>
    /// <param name="text">The text, which need not be JSON.</param>
    /// <param name="places">Where each character was, and where the text ends.</param>
    public static string Unescaped(string text, out int[] places)
    {
        var (meant, from) = (new StringBuilder(text.Length), new List<int>(text.Length + 1));
        for (var at = 0; at < text.Length;)
        {
            var length = 1;
            var sign = text[at];
            if (sign == '\\' && at + 1 < text.Length)
            {
                if (text[at + 1] == '/')
                    (sign, length) = ('/', 2);
                else if (text[at + 1] == 'u' && at + 6 <= text.Length && ushort.TryParse(
                    text.Substring(at + 2, 4),
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out var code))
                    (sign, length) = ((char)code, 6);
            }
            meant.Append(sign);
            from.Add(at);
            at += length;
        }
        from.Add(text.Length);
        places = [.. from];
        return meant.ToString();
    }

    public static void Append(StringBuilder quoted, string text)
    {
        quoted.Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '"' or '\\')
                quoted.Append('\\').Append(c);
            else if (c == '\n')
                quoted.Append("\\n");
            else if (c == '\r')
                quoted.Append("\\r");
            else if (c == '\t')
                quoted.Append("\\t");
            else if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]))
                quoted.Append(c).Append(text[++i]);
            else if (IsPlain(c))
                quoted.Append(c);
            else
                quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }
        quoted.Append('"');
    }

    // Fixed ranges and not the runtime's Unicode tables, which differ between hosts: controls, spaces that look like others,
    // marks that change direction or cannot be seen, and half pairs.
    private static bool IsPlain(char c) => c is >= ' ' and <= '~'
        or > '\u00A0' and not ('\u00AD' or '\u1680' or '\u180E' or '\u3000' or '\uFEFF'
            or (>= '\u2000' and <= '\u200F') or (>= '\u2028' and <= '\u202F') or (>= '\u205F' and <= '\u206F')
            or (>= '\uD800' and <= '\uF8FF') or (>= '\uFFF0' and <= '\uFFFB') or '\uFFFE' or '\uFFFF');
}
