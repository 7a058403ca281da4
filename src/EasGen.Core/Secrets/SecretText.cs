using System.Text;
using System.Text.RegularExpressions;

namespace EasGen.Core.Secrets;

/// <summary>A part of a text that is a secret.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Name">What to call its placeholder.</param>
internal readonly record struct SecretPart(int Start, int Length, string Name)
{
    public int End => Start + Length;
}

/// <summary>
/// Secrets in texts of any kind: start lines, connection strings, addresses, comments, JSON inside of texts. Each pattern
/// has the secret in its group <c>s</c>, and in <c>n</c> the name that promises it where there is one.
/// </summary>
internal static class SecretText
{
    // A text in quotes ends at quotes that are escaped as those at its beginning are.
    private const string Quoted =
        """(?<b>\\{0,7})(?<q>["'])(?:(?:Bearer|Basic|Token)\s+)?(?<s>(?:(?!(?<!\\)\k<b>\k<q>)[^\r\n])+)""";

    private const string Bare = """(?:(?:Bearer|Basic)\s+)?(?<s>(?:(?!&&|\|\|)[^\s"';`])+)""";

    private static readonly LazyRegex User = new("""(?:://[^\s/:@'"?#]{0,256}:(?<s>[^\s/@'"]{1,1024})|://(?<s>[^\s/:@'"?#$]{20,1024}))@""");
    private static readonly LazyRegex UserOfImage = new(
        """(?<![^\s"'=])[^\s/:@"']{1,256}:(?<s>[^\s/:@"']{1,1024})@(?!sha256:)[\w-]+(?:\.[\w-]+)+(?::\d+)?/""");
    // A name comes first, and its value is looked at only when the name promises a secret: it may be as long as the text.
    private static readonly LazyRegex Parameter = new("[?&](?<n>[\\w.-]{1,80})=");
    private static readonly LazyRegex ParameterValue = new("""\G(?<s>[^\s&#"';]+)""");
    private static readonly LazyRegex Bearer = new(@"\bBearer\s+(?<s>(?=[\w.~+/=-]*\d)[\w.~+/=-]{8,})", RegexOptions.IgnoreCase);
    private static readonly LazyRegex Basic = new(
        @"\bBasic\s+(?<s>(?=[A-Za-z0-9+/]*[\d=])[A-Za-z0-9+/]{8,}={0,2})", RegexOptions.IgnoreCase);

    private static readonly LazyRegex Flag = new(@"(?<![\w-])--?(?<n>[A-Za-z][\w.-]{0,80})(?:\s|\\\r?\n)+(?![-\\])");
    private static readonly LazyRegex Instruction = new(
        """^[ \t]*(?:ENV|ARG|setx)[ \t]+(?<n>\w{1,80})[ \t]+["']?(?<s>[^\s"'=]+)""",
        RegexOptions.Multiline);
    private static readonly LazyRegex Sql = new("""\b(?:IDENTIFIED[ ]+BY|PASSWORD)[ ]+'(?<s>[^'\r\n]+)'""", RegexOptions.IgnoreCase);

    // Two texts in a row, of which the first names the other.
    private static readonly LazyRegex Listed = new(
        """["'](?<n>[\w.-]{1,80})["']\s{0,8},?\s{0,8}["']"""
        + """(?<s>(?=[^"'\r\n]*\d)(?=[^"'\r\n]*[^0-9.,%"'\r\n])[^"'\r\n]{5,})["']""");
    private static readonly LazyRegex Assigned = new(
        """(?<![\w.-])-*(?<n>[\p{L}_][\w.-]{0,80})\\{0,7}["']?\]?[ \t]{0,8}(?<o>:=|=>|[=:])[ \t]{0,8}""");
    private static readonly LazyRegex Value = new($@"\G(?:{Quoted}|{Bare})");
    private static readonly LazyRegex Pair = new(
        """["'](?:name|key|header)\\{0,7}["']\s*:\s*\\{0,7}["'](?<n>[^"'\\]{1,80})\\{0,7}["']\s*,\s*\\{0,7}["']value\\{0,7}["']\s*"""
        + """:\s*\[?\s*\\{0,7}["']?(?<s>[^"'\\\],}\r\n]+)""",
        RegexOptions.IgnoreCase);
    private static readonly LazyRegex Element = new(
        """<(?<n>[A-Za-z][\w.:-]{0,80})>\s{0,80}(?<s>[^<>\s][^<>\r\n]{0,1000}?)\s{0,80}</""");
    private static readonly LazyRegex Told = new(
        """(?:\b(?<n>password|passwd|passphrase|pwd|secret|token|api[ _-]?key)\s+(?:is|was)\s+|(?<n>密码|口令|密钥|令牌)\s?[是为]\s?)"""
        + """["']?(?<s>(?=\S*\d)[^\s"',;，。；]+)""",
        RegexOptions.IgnoreCase);

    // A value of a connection string ends at its semicolon, and may have blanks.
    private static readonly LazyRegex Connection = new(
        @"\b(?:Server|Data Source|Host|Driver|User ?Id|Uid|User|Username|Database|Initial Catalog|Port)\s{0,8}=[^;\r\n]{0,200};",
        RegexOptions.IgnoreCase);
    private static readonly LazyRegex Connected = new(
        """(?:^|[;"'\s])(?<n>[A-Za-z][A-Za-z ]{0,40})=[ \t]{0,8}(?<s>(?>[^;"'\r\n]{1,256}))(?=;)""");

    private static readonly LazyRegex Login = new(@"\$\{base64:(?:\$\{\w+\}|[^:{}$]*):(?<s>[^{}$]+)\}");

    // What stands for a secret, or says that there is none.
    private static readonly LazyRegex Stand = new(
        """^(?:\$[({].*|\$(?-i:[A-Z_][A-Z0-9_]*|[a-z_]+)|%.*%|<.*>|\{\{.*|[*xX.•…?]+|(?:true|false|null|none|nil|yes|no|undefined"""
        + """|on|off|enabled|disabled|required|optional)|(?:[~.]{0,2}/)(?:[\w.@-]+/)+[\w.@-]*"""
        + """|[~.]{0,2}/(?-i:[a-z._-]{1,24}))$""",
        RegexOptions.IgnoreCase | RegexOptions.Singleline);

    // What a script computes, and signs that begin something.
    private static readonly LazyRegex Computed = new("""^(?:\$[({A-Za-z_@*?!].*|=.*|[\w.]+[\[(].*|[{[(]+)$""", RegexOptions.Singleline);

    // After a colon in a sentence stands the next word of it, and no secret.
    private static readonly LazyRegex Sentence = new(@"\G[)}\],.]*[ \t]+[^\s""'&|;#}\]]");

    private static readonly LazyRegex Odd = new("^(?=.*[^A-Za-z])(?=.*[^0-9.,%]).{5,}$");

    private static readonly List<SecretPart> None = [];

    // A text without any of these has no secret in it, but for Base64.
    private static readonly WordSearch Signs = new(
    [
        "@", "${base64:", "bearer", "basic", .. SecretName.Stems,
        .. SecretToken.Forms.Select(static form => form.Sign), .. SecretCommand.Forms.Select(static form => form.Sign),
    ]);

    // What ends an object or a list, and no value without quotes.
    private static readonly char[] Closing = [',', '}', ']'];

    private static readonly char[] Typographic =
        [.. "\u201C\u201D\u201E\u201F\uFF02\u2018\u2019\uFF07\uFF1A\uFF0C\uFF1D\uFF5B\uFF5D\uFF3B\uFF3D\u00A0\u3000"];

    private const string Straight = "\"\"\"\"\"''':,={}[]  ";

    /// <summary>
    /// True for the value of a name that promises a secret, unless it only stands for one: a placeholder, a variable of
    /// the shell, a path.
    /// </summary>
    public static bool IsSecret(string value) => value.Trim().Length > 0 && !Placeholder.IsIn(value) && !Stand.IsMatch(value.Trim());

    /// <summary>The secrets in a text, in its order; none overlaps another.</summary>
    public static IReadOnlyList<SecretPart> Find(string text)
    {
        if (text.IndexOf('\\') < 0
            || (text.IndexOf("\\u", StringComparison.Ordinal) < 0 && text.IndexOf("\\/", StringComparison.Ordinal) < 0))
            return FindMeant(text);
        return FindEscaped(text);
    }

    // JSON inside of a text may spell its quotes and slashes, and everything else, with escapes.
    private static IReadOnlyList<SecretPart> FindEscaped(string text)
    {
        var parts = FindMeant(JsonText.Unescaped(text, out var places));
        return [.. parts.Select(part => part with { Start = places[part.Start], Length = places[part.End] - places[part.Start] })];
    }

    private static List<SecretPart> FindMeant(string text)
    {
        text = Straightened(text);
        if (!HasSign(text))
            return None;
        var found = new Findings(text);
        if (text.IndexOf("${base64:", StringComparison.Ordinal) >= 0)
            Add(found, text, Login, "REGISTRY_PASSWORD");
        if (text.IndexOf('@') > 0)
        {
            Add(found, text, User, "PASSWORD");
            Add(found, text, UserOfImage, "REGISTRY_PASSWORD");
        }
        AddTokens(found, text);
        foreach (var (sign, name, form) in SecretCommand.Forms)
        {
            if (text.IndexOf(sign, StringComparison.Ordinal) >= 0)
                Add(found, text, form, name);
        }
        if (text.IndexOf("bearer", StringComparison.OrdinalIgnoreCase) >= 0)
            Add(found, text, Bearer, "TOKEN");
        if (text.IndexOf("basic", StringComparison.OrdinalIgnoreCase) >= 0)
            Add(found, text, Basic, "CREDENTIALS");
        if (SecretName.MayStandIn(text))
        {
            AddNamed(found, text, Parameter, ParameterValue);
            Add(found, text, Pair);
            if (text.IndexOf("</", StringComparison.Ordinal) >= 0)
                Add(found, text, Element);
            if (text.IndexOf(';') >= 0 && Connection.IsMatch(text))
                Add(found, text, Connected);
            AddNamed(found, text, Assigned, Value);
            AddNamed(found, text, Flag, Value);
            Add(found, text, Instruction);
            Add(found, text, Listed);
            Add(found, text, Sql, "PASSWORD");
            Add(found, text, Told);
        }
        return found.InOrder();
    }

    /// <summary>False for a text in which there is certainly none, and which promises none.</summary>
    public static bool MayStandIn(string text) => text.IndexOf('\\') >= 0 || !IsPlain(text) || HasSign(text);

    private static bool HasSign(string text) => Signs.IsAnyIn(text) || SecretToken.Logins(text).Count > 0;

    /// <summary>The secrets in a text that their own form tells.</summary>
    public static IReadOnlyList<SecretPart> FindTokens(string text)
    {
        if (!SecretToken.MayStandIn(text))
            return [];
        var found = new Findings(text);
        AddTokens(found, text);
        return found.InOrder();
    }

    /// <summary>The text with something else in the place of each part.</summary>
    public static string Replace(string text, IReadOnlyList<SecretPart> parts, Func<SecretPart, string> replacement)
    {
        var made = new StringBuilder(text.Length);
        var end = 0;
        foreach (var part in parts)
        {
            made.Append(text, end, part.Start - end).Append(replacement(part));
            end = part.End;
        }
        return made.Append(text, end, text.Length - end).ToString();
    }

    // Without a name of its own, a secret is promised by what stands before it.
    private static void Add(Findings found, string text, LazyRegex form, string? name = null)
    {
        for (var match = form.Match(text); match.Success; match = match.NextMatch())
        {
            var promise = match.Groups["n"].Value;
            if (name is not null || SecretName.Promises(promise))
                found.Add(match.Groups["s"], name ?? SecretName.ForPlaceholder(promise));
        }
    }

    private static void AddTokens(Findings found, string text)
    {
        foreach (var (sign, name, form) in SecretToken.Forms)
        {
            if (text.IndexOf(sign, StringComparison.Ordinal) >= 0)
                Add(found, text, form, name);
        }
        foreach (var (start, length) in SecretToken.Logins(text))
            found.Add(start, length, "CREDENTIALS");
    }

    private static void AddNamed(Findings found, string text, LazyRegex form, LazyRegex value)
    {
        // What names promise, of which many stand again; and where the last object or list ends that was gone through.
        var known = new Dictionary<string, (SecretHolder? Holder, bool IsPromised)>(StringComparer.Ordinal);
        var held = 0;
        for (var match = form.Match(text); match.Success;)
        {
            var (name, start) = (match.Groups["n"], match.Index + match.Length);
            // What promises nothing may have a name in its value.
            var end = name.Index + name.Length;
            if (!known.TryGetValue(name.Value, out var promise))
            {
                promise = (form == Assigned ? SecretHolder.Of(name.Value) : null, Promises(form, name.Value));
                known[name.Value] = promise;
            }
            if (promise.Holder is { } holder && start >= held && HeldText.Find(text, start, holder, out held) is { } texts)
                AddHeld(found, text, texts);
            else if ((promise.IsPromised || promise.Holder is not null) && value.Match(text, start) is { Success: true } told)
            {
                var (secret, isColon) = (told.Groups["s"], match.Groups["o"].Value == ":" && !told.Groups["q"].Success);
                var length = isColon ? secret.Value.TrimEnd(Closing).Length : secret.Length;
                if ((!isColon || !Sentence.IsMatchAt(text, told.Index + told.Length))
                    && (promise.IsPromised || SecretHolder.IsLogin(secret.Value) || (promise.Holder is { IsSure: true } && IsOdd(told))))
                    found.Add(secret.Index, length, SecretName.ForPlaceholder(name.Value));
                if (promise.IsPromised)
                    end = told.Index + told.Length;
            }
            match = form.Match(text, end);
        }
    }

    private static bool Promises(LazyRegex form, string name) =>
        form == Parameter ? SecretName.PromisesInAddress(name) : SecretName.Promises(name);

    // What no option of a program is.
    private static bool IsOdd(Match told) => told.Groups["q"].Success || Odd.IsMatch(told.Groups["s"].Value);

    private static void AddHeld(Findings found, string text, List<HeldText> texts)
    {
        foreach (var one in texts)
        {
            if (one.Holder.Holds(one.Key, text.Substring(one.Start, one.Length)))
                found.Add(one.Start, one.Length, SecretName.ForPlaceholder(one.Holder.Placeholder(one.Key)));
        }
    }

    // What is typographic stands far behind the letters of English, of which most texts are.
    private static bool IsPlain(string text)
    {
        foreach (var sign in text)
        {
            if (sign >= '\u00A0')
                return text.IndexOfAny(Typographic) < 0;
        }
        return true;
    }

    // Typographic quotes and full-width signs as the straight ones that they are meant to be, each in its place.
    private static string Straightened(string text)
    {
        if (IsPlain(text))
            return text;
        var straight = text.ToCharArray();
        for (var i = 0; i < straight.Length; i++)
        {
            if (Array.IndexOf(Typographic, straight[i]) is >= 0 and var sign)
                straight[i] = Straight[sign];
        }
        return new(straight);
    }

    // What was found first has its place to itself.
    private sealed class Findings(string text)
    {
        private readonly List<SecretPart> parts = [];
        private bool[]? taken;

        public void Add(Group secret, string name) => Add(secret.Index, secret.Length, name);

        public void Add(int start, int count, string name)
        {
            taken ??= new bool[text.Length];
            if (Array.IndexOf(taken, true, start, count) >= 0)
                return;
            var secret = text.Substring(start, count);
            if (!IsSecret(secret) || Computed.IsMatch(secret) || !secret.Any(char.IsLetterOrDigit))
                return;
            for (var i = start; i < start + count; i++)
                taken[i] = true;
            parts.Add(new(start, count, name));
        }

        public List<SecretPart> InOrder()
        {
            parts.Sort(static (one, other) => one.Start.CompareTo(other.Start));
            return parts;
        }
    }
}
