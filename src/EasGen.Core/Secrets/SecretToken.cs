using System.Text;

namespace EasGen.Core.Secrets;

/// <summary>Secrets that their own form tells, wherever they stand.</summary>
internal static class SecretToken
{
    /// <summary>What each has in it, the name of its placeholder, and its form with the secret in the group <c>s</c>.</summary>
    public static readonly (string Sign, string Name, LazyRegex Form)[] Forms =
    [
        ("hf_", "HF_TOKEN", Token("hf_[A-Za-z0-9]{10,}")),
        .. "pousr".Select(static kind => ($"gh{kind}_", "GITHUB_TOKEN", Token($"gh{kind}_[A-Za-z0-9]{{10,}}"))),
        ("github_pat_", "GITHUB_TOKEN", Token(@"github_pat_\w{10,}")),
        ("glpat-", "GITLAB_TOKEN", Token(@"glpat-[\w-]{10,}")),
        ("sk-", "API_KEY", Token(@"sk-(?=[\w-]{0,200}\d)[\w-]{12,}")),
        ("LTAI", "ACCESS_KEY_ID", Token("LTAI[A-Za-z0-9]{8,}")),
        ("STS.", "ACCESS_KEY_ID", Token(@"STS\.[A-Za-z0-9]{10,}")),
        ("AKIA", "ACCESS_KEY_ID", Token("AKIA[A-Z0-9]{10,}")),
        ("ASIA", "ACCESS_KEY_ID", Token("ASIA[A-Z0-9]{16,}")),
        ("AIza", "API_KEY", Token(@"AIza[\w-]{20,}")),
        ("xox", "SLACK_TOKEN", Token(@"xox[abeprs]-[\w-]{10,}")),
        ("hooks.slack.com/services/", "SLACK_WEBHOOK", new(@"hooks\.slack\.com/services/(?<s>[\w/-]{10,})")),
        ("/bot/v2/hook/", "WEBHOOK", new(@"/bot/v2/hook/(?<s>[\w-]{10,})")),
        ("/webhook/send?", "WEBHOOK_KEY", new(@"/webhook/send\?(?:[^\s""']*&)?key=(?<s>[\w-]{10,})")),
        ("SG.", "SENDGRID_API_KEY", Token(@"SG\.[\w-]{16,}\.[\w-]{16,}")),
        ("gsk_", "API_KEY", Token("gsk_[A-Za-z0-9]{20,}")),
        ("r8_", "API_KEY", Token("r8_[A-Za-z0-9]{20,}")),
        ("dop_v1_", "API_KEY", Token("dop_v1_[A-Za-z0-9]{20,}")),
        ("ya29.", "ACCESS_TOKEN", Token(@"ya29\.[\w-]{20,}")),
        ("nvapi-", "API_KEY", Token(@"nvapi-[\w-]{10,}")),
        ("npm_", "NPM_TOKEN", Token("npm_[A-Za-z0-9]{20,}")),
        ("pypi-", "PYPI_TOKEN", Token(@"pypi-[\w-]{20,}")),
        ("dckr_pat_", "REGISTRY_PASSWORD", Token(@"dckr_pat_[\w-]{10,}")),
        ("eyJ", "TOKEN", Token(@"eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*")),
        ("PRIVATE KEY-----", "PRIVATE_KEY", new(@"-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----(?<s>(?:(?!-----END)[\s\S])+)")),
    ];

    private const int ShortestLogin = 12;
    private const int LongestLogin = 512;

    // What Base64 is filled up with.
    private const int MostFill = 2;

    private static readonly WordSearch Signs = new(Forms.Select(static form => form.Sign));

    private static readonly LazyRegex Login = new("^[!-9;-~]{1,64}:[!-~]{3,}[\r\n]*$");

    /// <summary>False for a text in which there can be none.</summary>
    public static bool MayStandIn(string text) => Signs.IsAnyIn(text) || Logins(text).Count > 0;

    /// <summary>What stands in a text as the Base64 of a user and a password.</summary>
    public static IReadOnlyList<(int Start, int Length)> Logins(string text)
    {
        List<(int, int)>? logins = null;
        // Of a word that is long enough, one of these signs is a part.
        for (var at = ShortestLogin - 1; at < text.Length; at += ShortestLogin)
        {
            if (!IsOfWord(text[at]))
                continue;
            var start = at;
            while (start > 0 && IsOfWord(text[start - 1]))
                start--;
            while (at < text.Length && IsOfWord(text[at]))
                at++;
            if (IsLogin(text, start, at - start))
                (logins ??= []).Add((start, at - start));
        }
        return logins is null ? Array.Empty<(int, int)>() : logins;
    }

    private static bool IsLogin(string text, int start, int length)
    {
        if (length < ShortestLogin || length % 4 != 0)
            return false;
        var bare = length;
        while (bare > length - MostFill && text[start + bare - 1] == '=')
            bare--;
        if (bare > LongestLogin || text.IndexOf('=', start, bare) >= 0)
            return false;
        for (var i = start; i < start + length; i++)
        {
            if (!IsDigit(text[i]))
                return false;
        }
        // Most words mean no text, which their beginning tells.
        if (!Array.TrueForAll(Convert.FromBase64String(text.Substring(start, 4)), static sign => sign is >= (byte)'!' and <= (byte)'~'))
            return false;
        var meant = Convert.FromBase64String(text.Substring(start, length));
        return Array.IndexOf(meant, (byte)':') > 0 && Login.IsMatch(Encoding.UTF8.GetString(meant));
    }

    // What - and _ join to Base64 makes one word with it, which is none.
    private static readonly bool[] OfWord = [.. Enumerable.Range(0, 128).Select(static sign => IsDigit((char)sign) || sign is '_' or '-')];

    private static bool IsOfWord(char sign) => sign < OfWord.Length && OfWord[sign];

    private static bool IsDigit(char sign) =>
        sign is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '+' or '/' or '=';

    private static LazyRegex Token(string form) => new($@"(?<![A-Za-z0-9_])(?<s>{form})");
}
