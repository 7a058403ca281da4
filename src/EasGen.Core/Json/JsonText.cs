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
