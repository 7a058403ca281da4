namespace EasGen.Core.Starting;

/// <summary>A value of an environment variable or of an argument, and where the setting stands that says it.</summary>
/// <param name="Within">The JSON pointer of the setting, or of what it is in.</param>
/// <param name="IsOfShell">True for a variable that the shell keeps to itself, because nothing exports it.</param>
internal readonly record struct ToldValue(string Text, LazyPointer Within, bool IsOfShell = false)
{
    /// <summary>The way from there to the setting; null when it is the setting itself.</summary>
    public string? Path { get; init; }

    /// <summary>The JSON pointer of the setting, whose text is made for a value that there is something to say of.</summary>
    public string Place => Path is null ? Within.Text : $"{Within.Text}/{Path}";
}

/// <summary>Environment variables: some of their own, and those around them. A later value of a name counts.</summary>
internal abstract class Variables(params Variables[] around)
{
    private const int LongestAddress = 1000;

    /// <summary>Its own that are set, and none of those around it. What EAS adds is found by its name only.</summary>
    public abstract IEnumerable<KeyValuePair<string, ToldValue>> Own { get; }

    /// <summary>What a program of ASP.NET Core sees that tells it where to listen.</summary>
    public IEnumerable<KeyValuePair<string, ToldValue>> OfDotnet
    {
        get
        {
            foreach (var name in DotnetNames)
            {
                if (Seen(name) is { } value)
                    yield return new(name, value);
            }
        }
    }

    /// <summary>The names of its own that ASP.NET Core would read.</summary>
    protected virtual IEnumerable<string> OwnDotnetNames =>
        Own.Select(static variable => variable.Key).Where(static name => DotnetSetting.OfVariable(name) is not null);

    // A name stands there as often as it is set.
    private IEnumerable<string> DotnetNames => around.Length == 0
        ? OwnDotnetNames
        : around.SelectMany(static outer => outer.DotnetNames).Concat(OwnDotnetNames);

    /// <summary>What the shell knows under a name.</summary>
    public ToldValue? this[string name]
    {
        get
        {
            if (Find(name) is { } value)
                return value;
            for (var i = around.Length - 1; i >= 0; i--)
            {
                if (around[i][name] is { } outer)
                    return outer;
            }
            return null;
        }
    }

    /// <summary>What a program sees under a name. A shell that sets a variable of the environment sets it for programs too.</summary>
    public ToldValue? Seen(string name) => this[name] is { } value && (!value.IsOfShell || IsExported(name)) ? value : null;

    /// <summary>
    /// The text with the values of the variables that it names; null when one of them is not known, or the text is no
    /// address.
    /// </summary>
    public string? Fill(string text) => Fill(text, depth: 0);

    /// <summary>The variable that a word of a shell assigns, as in <c>PORT=8000 serve</c>; null for any other word.</summary>
    public static (string Name, string Value)? Assigned(string word)
    {
        var equals = word.IndexOf('=');
        return equals > 0 && !char.IsDigit(word[0]) && word.Take(equals).All(IsNameSign)
            ? (word.Substring(0, equals), word.Substring(equals + 1))
            : null;
    }

    /// <summary>True for a word that is nothing but a variable or a command, which may stand for several words.</summary>
    public static bool IsReference(string word) =>
        word.Length > 1 && word[0] is '$' or '`' && EndOf(word, 0) == word.Length;

    /// <summary>One of its own.</summary>
    protected abstract ToldValue? Find(string name);

    private bool IsExported(string name) =>
        Find(name) is { IsOfShell: false } || Array.Exists(around, outer => outer.IsExported(name));

    private string? Fill(string text, int depth)
    {
        while (text.IndexOf('$') is >= 0 and var at)
        {
            if (text.Length > LongestAddress || depth > 3 || EndOf(text, at) is not { } end
                || ValueOf(text.Substring(at + 1, end - at - 1), depth) is not { } value)
                return null;
            text = text.Substring(0, at) + value + text.Substring(end);
        }
        return text;
    }

    // Of NAME, {NAME}, {NAME:-default} and {NAME-default}; = stands for - where the shell keeps the default.
    private string? ValueOf(string reference, int depth)
    {
        if (reference.StartsWith("{", StringComparison.Ordinal))
            reference = reference.Substring(1, reference.Length - 2);
        var name = new string([.. reference.TakeWhile(IsNameSign)]);
        var rest = reference.Substring(name.Length);
        var value = name.Length == 0 ? null : this[name]?.Text;
        if (rest.StartsWith(":-", StringComparison.Ordinal) || rest.StartsWith(":=", StringComparison.Ordinal))
            value = value is { Length: > 0 } ? value : Fill(rest.Substring(2), depth + 1);
        else if (rest.StartsWith("-", StringComparison.Ordinal) || rest.StartsWith("=", StringComparison.Ordinal))
            value ??= Fill(rest.Substring(1), depth + 1);
        else if (rest.Length > 0)
            return null;
        return value?.IndexOf('$') >= 0 ? null : value;
    }

    // Behind the reference that begins at the sign; null when it is none that is read here.
    private static int? EndOf(string text, int at)
    {
        var end = at + 1;
        if (text[at] == '`')
            return text.IndexOf('`', end) is >= 0 and var close ? close + 1 : null;
        if (end == text.Length)
            return null;
        if (text[end] is '{' or '(')
        {
            var (open, closing, depth) = (text[end], text[end] == '{' ? '}' : ')', 0);
            for (; end < text.Length; end++)
            {
                depth += text[end] == open ? 1 : text[end] == closing ? -1 : 0;
                if (depth == 0)
                    return end + 1;
            }
            return null;
        }
        if (text[end] is '@' or '*')
            return end + 1;
        while (end < text.Length && IsNameSign(text[end]))
            end++;
        return end;
    }

    private static bool IsNameSign(char sign) => char.IsLetterOrDigit(sign) || sign == '_';
}
