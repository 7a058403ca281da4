using System.Text;
using System.Text.RegularExpressions;

namespace EasGen.Core.Secrets;

/// <summary>Secrets that their own form tells, wherever they stand.</summary>
internal static class SecretToken
{
    /// <summary>What each has in it, the name of its placeholder, and its form with the secret in the group <c>s</c>.</summary>
    public static readonly (string Sign, string Name, LazyRegex Form)[] Forms =
    [
        ("hf_", "HF_TOKEN", Token("hf_[A-Za-z0-9]{10,}")),
        ("gh", "GITHUB_TOKEN", Token("gh[pousr]_[A-Za-z0-9]{10,}")),
        ("github_pat_", "GITHUB_TOKEN", Token(@"github_pat_\w{10,}")),
        ("glpat-", "GITLAB_TOKEN", Token(@"glpat-[\w-]{10,}")),
        ("sk-", "API_KEY", Token(@"sk-(?=[\w-]*\d)[\w-]{12,}")),
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

    private static readonly LazyRegex Base64 = new("(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/]{10,512}={0,2}(?![A-Za-z0-9+/_=-])");

    private static readonly LazyRegex Login = new("^[!-9;-~]{1,64}:[!-~]{3,}[\r\n]*$");

    /// <summary>What stands in a text as the Base64 of a user and a password.</summary>
    public static IEnumerable<Group> Logins(string text)
    {
        for (var match = Base64.Match(text); match.Success; match = match.NextMatch())
        {
            if (match.Length % 4 == 0 && Login.IsMatch(Encoding.UTF8.GetString(Convert.FromBase64String(match.Value))))
                yield return match;
        }
    }

    private static LazyRegex Token(string form) => new($@"(?<![A-Za-z0-9_])(?<s>{form})");
}
