using System.Text.RegularExpressions;

namespace EasGen.Core;

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

    // Told by their own form, with the name of their placeholder.
    private static readonly (string Sign, string Name, LazyRegex Form)[] Tokens =
    [
        ("hf_", "HF_TOKEN", Token("hf_[A-Za-z0-9]{10,}")),
        ("gh", "GITHUB_TOKEN", Token("gh[pousr]_[A-Za-z0-9]{10,}")),
        ("github_pat_", "GITHUB_TOKEN", Token(@"github_pat_\w{10,}")),
        ("glpat-", "GITLAB_TOKEN", Token(@"glpat-[\w-]{10,}")),
        ("sk-", "API_KEY", Token(@"sk-(?=[\w-]*\d)[\w-]{12,}")),
        ("LTAI", "ACCESS_KEY_ID", Token("LTAI[A-Za-z0-9]{8,}")),
        ("STS.", "ACCESS_KEY_ID", Token(@"STS\.[A-Za-z0-9]{10,}")),
        ("AKIA", "ACCESS_KEY_ID", Token("AKIA[A-Z0-9]{10,}")),
        ("AIza", "API_KEY", Token(@"AIza[\w-]{20,}")),
        ("xox", "SLACK_TOKEN", Token(@"xox[abeprs]-[\w-]{10,}")),
        ("nvapi-", "API_KEY", Token(@"nvapi-[\w-]{10,}")),
        ("npm_", "NPM_TOKEN", Token("npm_[A-Za-z0-9]{20,}")),
        ("pypi-", "PYPI_TOKEN", Token(@"pypi-[\w-]{20,}")),
        ("dckr_pat_", "REGISTRY_PASSWORD", Token(@"dckr_pat_[\w-]{10,}")),
        ("eyJ", "TOKEN", Token(@"eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*")),
        ("PRIVATE KEY-----", "PRIVATE_KEY", new(@"-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----(?<s>(?:(?!-----END)[\s\S])+)")),
    ];

    private static readonly LazyRegex User = new("""(?:://[^\s/:@'"?#]{0,256}:(?<s>[^\s/@'"]{1,1024})|://(?<s>[^\s/:@'"?#$]{20,1024}))@""");
    private static readonly LazyRegex UserOfImage = new(
        """(?<![^\s"'=])[^\s/:@"']{1,256}:(?<s>[^\s/:@"']{1,1024})@(?!sha256:)[\w-]+(?:\.[\w-]+)+(?::\d+)?/""");
    private static readonly LazyRegex Parameter = new("""[?&](?<n>[\w.-]{1,80})=(?<s>[^\s&#"';]+)""");
    private static readonly LazyRegex Bearer = new(@"\bBearer\s+(?<s>(?=[\w.~+/=-]*\d)[\w.~+/=-]{8,})", RegexOptions.IgnoreCase);
    private static readonly LazyRegex Curl = new(
        """(?<![\w-])(?:-u|--user)[ =]\s{0,8}["']?[^\s:"'$]{1,256}:(?<s>(?!\d+(?:\s|\z))[^\s"']+)""");
    private static readonly LazyRegex Flag = new($$"""(?<![\w-])--?(?<n>[A-Za-z][\w.-]{0,80})\s+(?!-)(?:{{Quoted}}|{{Bare}})""");
    private static readonly LazyRegex Assigned = new(
        $$"""(?<![\w.-])-*(?<n>[A-Za-z_][\w.-]{0,80})\\?["']?[ \t]{0,8}(?<o>[=:])[ \t]{0,8}(?:{{Quoted}}|{{Bare}})""");
    private static readonly LazyRegex Pair = new(
        """["']name["']\s*:\s*["'](?<n>[^"']{1,80})["']\s*,\s*["']value["']\s*:\s*\[?\s*["']?(?<s>[^"'\],}\r\n]+)""");
    private static readonly LazyRegex Told = new(
        """\b(?<n>password|passwd|passphrase|pwd|secret|token|api[ _-]?key)\s+(?:is|was)\s+["']?(?<s>(?=\S*\d)[^\s"',;]+)""",
        RegexOptions.IgnoreCase);

    private static readonly LazyRegex Login = new(@"\$\{base64:(?:\$\{\w+\}|[^:{}$]*):(?<s>[^{}$]+)\}");

    // What stands for a secret, or says that there is none.
    private static readonly LazyRegex Stand = new(
        """^(?:\$[({A-Za-z_@*?!].*|%.*%|<.*>|\{\{.*|[*xX.•…]+|(?:true|false|null|none|nil|yes|no|undefined)|=.*|[\w.]+[\[(].*|(?:[~.]{0,2}/)(?:[\w.@-]+/)+[\w.@-]*)$""",
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
        var found = new List<SecretPart>();
        if (text.IndexOf("${base64:", StringComparison.Ordinal) >= 0)
            Add(found, text, Login, "REGISTRY_PASSWORD");
        if (text.IndexOf('@') > 0)
        {
            Add(found, text, User, "PASSWORD");
            Add(found, text, UserOfImage, "REGISTRY_PASSWORD");
        }
        foreach (var (sign, name, form) in Tokens)
        {
            if (text.IndexOf(sign, StringComparison.Ordinal) >= 0)
                Add(found, text, form, name);
        }
        if (text.IndexOf("curl", StringComparison.Ordinal) >= 0)
            Add(found, text, Curl, "PASSWORD");
        if (text.IndexOf("bearer", StringComparison.OrdinalIgnoreCase) >= 0)
            Add(found, text, Bearer, "TOKEN");
        if (SecretName.MayStandIn(text))
        {
            Add(found, text, Parameter);
            Add(found, text, Pair);
            Add(found, text, Assigned);
            Add(found, text, Flag);
            Add(found, text, Told);
        }
        found.Sort(static (one, other) => one.Start.CompareTo(other.Start));
        return found;
    }

    /// <summary>The text with something else in the place of each part.</summary>
    public static string Replace(string text, IReadOnlyList<SecretPart> parts, Func<SecretPart, string> replacement)
    {
        var made = text;
        for (var i = parts.Count - 1; i >= 0; i--)
            made = made.Substring(0, parts[i].Start) + replacement(parts[i]) + made.Substring(parts[i].End);
        return made;
    }

    // Without a name of its own, a secret is promised by what stands before it.
    private static void Add(List<SecretPart> found, string text, LazyRegex form, string? name = null)
    {
        for (var match = form.Match(text); match.Success;)
        {
            var (secret, promise) = (match.Groups["s"], match.Groups["n"].Value);
            var isPromised = name is not null || (form == Parameter ? SecretName.PromisesInAddress(promise) : SecretName.Promises(promise));
            var part = new SecretPart(secret.Index, secret.Length, name ?? SecretName.ForPlaceholder(promise));
            if (isPromised
                && IsSecret(secret.Value)
                && !IsInSentence(match, text)
                && !found.Exists(other => part.Start < other.End && other.Start < part.End))
                found.Add(part);
            // What no name promises may be a name itself.
            match = form.Match(text, isPromised || !match.Groups["n"].Success
                ? match.Index + match.Length
                : match.Groups["n"].Index + promise.Length);
        }
    }

    private static bool IsInSentence(Match match, string text) =>
        match.Groups["o"].Value == ":" && !match.Groups["q"].Success && Sentence.IsMatchAt(text, match.Index + match.Length);

    private static LazyRegex Token(string form) => new($@"(?<![A-Za-z0-9_])(?<s>{form})");
}
