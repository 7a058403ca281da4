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
    private const string Quoted = """\\?(?<q>["'])(?:(?:Bearer|Basic|Token)\s+)?(?<s>(?:(?!\\?\k<q>)[^\r\n])+)""";
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

    // Programs whose short options are a password's: any other program's -p is a port or a path.
    private static readonly LazyRegex ShortOption = new(
        """
        \b(?:mysql(?:dump|admin)?\b[^\n;|&]{0,200}?\s-p|(?:docker\s+login|sshpass)\b[^\n;|&]{0,200}?\s-p\s*
        |redis-cli\b[^\n;|&]{0,200}?\s-a\s+|ossutil\w*\b[^\n;|&]{0,200}?\s-k\s+)["']?(?<s>[^\s"';|&]+)
        """,
        RegexOptions.IgnorePatternWhitespace);

    private static readonly string[] WithShortOptions = ["mysql", "docker", "sshpass", "redis-cli", "ossutil"];

    private static readonly LazyRegex Piped = new(
        """\becho\s+(?:-n\s+)?["']?(?<s>[^\s"'|]+)["']?\s*\|[^\n;|&]{0,200}--password-stdin""");

    private static readonly LazyRegex Curl = new(
        """(?<![\w-])(?:-u|--user)[ =]\s{0,8}["']?[^\s:"'$]{1,256}:(?<s>(?!\d+(?:\s|\z))[^\s"']+)""");
    private static readonly LazyRegex Flag = new(@"(?<![\w-])--?(?<n>[A-Za-z][\w.-]{0,80})\s+(?!-)");
    private static readonly LazyRegex Assigned = new(
        """(?<![\w.-])-*(?<n>[A-Za-z_][\w.-]{0,80})\\?["']?[ \t]{0,8}(?<o>[=:])[ \t]{0,8}""");
    private static readonly LazyRegex Value = new($@"\G(?:{Quoted}|{Bare})");
    private static readonly LazyRegex Pair = new(
        """["']name["']\s*:\s*["'](?<n>[^"']{1,80})["']\s*,\s*["']value["']\s*:\s*\[?\s*["']?(?<s>[^"'\],}\r\n]+)""");
    private static readonly LazyRegex Told = new(
        """\b(?<n>password|passwd|passphrase|pwd|secret|token|api[ _-]?key)\s+(?:is|was)\s+["']?(?<s>(?=\S*\d)[^\s"',;]+)""",
        RegexOptions.IgnoreCase);

    private static readonly LazyRegex Login = new(@"\$\{base64:(?:\$\{\w+\}|[^:{}$]*):(?<s>[^{}$]+)\}");

    // What stands for a secret, or says that there is none.
    private static readonly LazyRegex Stand = new(
        """^(?:\$[({A-Za-z_@*?!].*|%.*%|<.*>|\{\{.*|[*xX.•…]+|(?:true|false|null|none|nil|yes|no|undefined)"""
        + """|=.*|[\w.]+[\[(].*|(?:[~.]{0,2}/)(?:[\w.@-]+/)+[\w.@-]*)$""",
        RegexOptions.IgnoreCase | RegexOptions.Singleline);

    // Behind a colon in a sentence stands the next word of it, and no secret.
    private static readonly LazyRegex Sentence = new(@"\G[)}\],.]*[ \t]+[^\s""'&|;#}\]]");

    /// <summary>
    /// True for the value of a name that promises a secret, unless it only stands for one: a placeholder, a variable of
    /// the shell, a path.
    /// </summary>
    public static bool IsSecret(string value) => value.Trim().Length > 0 && !Placeholder.IsIn(value) && !Stand.IsMatch(value.Trim());

    /// <summary>The secrets in a text, in its order; none overlaps another.</summary>
    public static IReadOnlyList<SecretPart> Find(string text)
    {
        var found = new Findings(text.Length);
        if (text.IndexOf("${base64:", StringComparison.Ordinal) >= 0)
            Add(found, text, Login, "REGISTRY_PASSWORD");
        if (text.IndexOf('@') > 0)
        {
            Add(found, text, User, "PASSWORD");
            Add(found, text, UserOfImage, "REGISTRY_PASSWORD");
        }
        foreach (var (sign, name, form) in SecretToken.Forms)
        {
            if (text.IndexOf(sign, StringComparison.Ordinal) >= 0)
                Add(found, text, form, name);
        }
        if (text.IndexOf("curl", StringComparison.Ordinal) >= 0)
            Add(found, text, Curl, "PASSWORD");
        if (text.IndexOf("bearer", StringComparison.OrdinalIgnoreCase) >= 0)
            Add(found, text, Bearer, "TOKEN");
        if (text.IndexOf("basic", StringComparison.OrdinalIgnoreCase) >= 0)
            Add(found, text, Basic, "CREDENTIALS");
        if (text.IndexOf("--password-stdin", StringComparison.Ordinal) >= 0)
            Add(found, text, Piped, "REGISTRY_PASSWORD");
        if (Array.Exists(WithShortOptions, program => text.IndexOf(program, StringComparison.Ordinal) >= 0))
            Add(found, text, ShortOption, "PASSWORD");
        if (SecretName.MayStandIn(text))
        {
            AddNamed(found, text, Parameter, ParameterValue);
            Add(found, text, Pair);
            AddNamed(found, text, Assigned, Value);
            AddNamed(found, text, Flag, Value);
            Add(found, text, Told);
        }
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

    private static void AddNamed(Findings found, string text, LazyRegex form, LazyRegex value)
    {
        for (var match = form.Match(text); match.Success;)
        {
            var name = match.Groups["n"];
            // What promises nothing may have a name in its value.
            var end = name.Index + name.Length;
            var isPromised = form == Parameter ? SecretName.PromisesInAddress(name.Value) : SecretName.Promises(name.Value);
            if (isPromised && value.Match(text, match.Index + match.Length) is { Success: true } told)
            {
                end = told.Index + told.Length;
                if (match.Groups["o"].Value != ":" || told.Groups["q"].Success || !Sentence.IsMatchAt(text, end))
                    found.Add(told.Groups["s"], SecretName.ForPlaceholder(name.Value));
            }
            match = form.Match(text, end);
        }
    }

    // What was found first has its place to itself.
    private sealed class Findings(int length)
    {
        private readonly List<SecretPart> parts = [];
        private bool[]? taken;

        public void Add(Group secret, string name)
        {
            taken ??= new bool[length];
            if (!IsSecret(secret.Value) || Array.IndexOf(taken, true, secret.Index, secret.Length) >= 0)
                return;
            for (var i = secret.Index; i < secret.Index + secret.Length; i++)
                taken[i] = true;
            parts.Add(new(secret.Index, secret.Length, name));
        }

        public List<SecretPart> InOrder()
        {
            parts.Sort(static (one, other) => one.Start.CompareTo(other.Start));
            return parts;
        }
    }
}
