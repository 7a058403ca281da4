namespace EasGen.Core.Starting;

/// <summary>A value of an environment variable or of an argument, and the JSON pointer of the setting that says it.</summary>
internal readonly record struct ToldValue(string Text, string Place);

/// <summary>The environment variables that a program sees: its own, and those around it. A later value of a name counts.</summary>
internal sealed class Variables(params Variables[] around)
{
    private const int LongestAddress = 1000;

    private readonly Dictionary<string, ToldValue> own = new(StringComparer.Ordinal);

    public IEnumerable<KeyValuePair<string, ToldValue>> All => around.SelectMany(static outer => outer.All).Concat(own);

    public ToldValue? this[string name]
    {
        get
        {
            if (own.TryGetValue(name, out var value))
                return value;
            for (var i = around.Length - 1; i >= 0; i--)
            {
                if (around[i][name] is { } outer)
                    return outer;
            }
            return null;
        }
    }

    public void Add(string name, ToldValue value) => own[name] = value;

    public void Add(Variables others)
    {
        foreach (var other in others.All)
            own[other.Key] = other.Value;
    }

    /// <summary>
    /// The text with the values of the variables that it names; null when one of them is not known, or the text is no
    /// address.
    /// </summary>
    public string? Fill(string text)
    {
        if (text.Length > LongestAddress)
            return null;
        while (text.IndexOf('$') is >= 0 and var at)
        {
            var end = at + 1;
            var inBraces = end < text.Length && text[end] == '{';
            end += inBraces ? 1 : 0;
            var start = end;
            while (end < text.Length && IsNameSign(text[end]))
                end++;
            if (this[text.Substring(start, end - start)] is not { } value
                || value.Text.IndexOf('$') >= 0
                || (inBraces && (end == text.Length || text[end] != '}')))
                return null;
            text = text.Substring(0, at) + value.Text + text.Substring(inBraces ? end + 1 : end);
        }
        return text;
    }

    /// <summary>The variable that a word of a shell assigns, as in <c>PORT=8000 serve</c>; null for any other word.</summary>
    public static (string Name, string Value)? Assigned(string word)
    {
        var equals = word.IndexOf('=');
        return equals > 0 && !char.IsDigit(word[0]) && word.Take(equals).All(IsNameSign)
            ? (word.Substring(0, equals), word.Substring(equals + 1))
            : null;
    }

    private static bool IsNameSign(char sign) => char.IsLetterOrDigit(sign) || sign == '_';
}
