using System.Text.RegularExpressions;

namespace EasGen.Core.Secrets;

/// <summary>Names that promise a secret: of a key, a variable, a flag, a header or a parameter of an address.</summary>
internal static class SecretName
{
    // One of several, or with what it is written in.
    private const string End = @"(?:[._-]?(?:VALUE|TEXT|PLAIN|BASE64|B64))?(?:[._-]?\d{1,3})?$";

    // A key alone may be the key of a cache; the key of an account is not. What promises stands at the end, where the search begins.
    private static readonly LazyRegex Promising = new(
        "(?:SECRETS?|(?:PASSWORDS?|PASSWD)(?:[._-]?HASH)?|PASSPHRASE|PASSCODE|PASSKEY|REQUIREPASS|SEED[ ._-]?PHRASE"
        + "|CREDENTIALS?(?:[._-]JSON)?|AUTHORIZATION|(?:BASIC|DOCKER|HTTP|PROXY|REGISTRY)[._-]?AUTH"
        + "|(?:^|[ ._-])(?:TOKEN|PWD|BEARER|CREDS)|(?:ACCESS|API|AUTH|REFRESH)[ ._-]?TOKENS|^(?:SET-)?COOKIES?|[a-z]Token"
        + "|(?:^|[._-])[AS]K|SECRET[ ._-]?ID|(?-i:[a-z](?:Pwd|Creds))"
        + "|(?:ADMIN|DATABASE|DB|FTP|GIT|LOGIN|MAIL|MONGO|MYSQL|PG|POSTGRES|PROXY|REDIS|REGISTRY|ROOT|SMTP|SSH|USER)[._-]?(?:PASS|PW)"
        + "|(?:ACCESS|ACCOUNT|AES|API|APP|AUTH|CLIENT|ENCRYPT|ENCRYPTION|HMAC|JWT|LICENSE|MASTER|PRIVATE|SECRET|SIGNING|SSH)"
        + "[ ._-]?KEYS?(?:[._-]?(?:ID|DATA))?"
        + "|PASSWORT|CONTRASEÑA|MOT[ _-]?DE[ _-]?PASSE|SENHA|ПАРОЛЬ|パスワード|비밀번호"
        + "|密码|密碼|口令|密钥|密鑰|私钥|私鑰|令牌|凭证|凭据|憑證)" + End,
        RegexOptions.IgnoreCase | RegexOptions.RightToLeft);

    // How many tokens a model reads or writes, and those that its texts begin and end with.
    private static readonly LazyRegex Counting = new(
        "(?:MAX|MIN|NUM|PER|NEW|PAD|EOS|BOS|UNK|SEP|CLS|MASK|STOP|START|END|IMAGE|NEXT|FIRST|LAST)[._-]?TOKEN" + End,
        RegexOptions.IgnoreCase | RegexOptions.RightToLeft);

    // Parameters that sign an address, or say whose signature it is.
    private static readonly LazyRegex Signing = new("(?:^|[._-])(?:SIGNATURE|SIG)$", RegexOptions.IgnoreCase | RegexOptions.RightToLeft);

    // Too short for a promise in a text, where they are options of many programs.
    private static readonly LazyRegex PromisingAsKey = new("^(?:PASS|PW)" + End, RegexOptions.IgnoreCase);

    /// <summary>The values whose names promise a secret.</summary>
    public static IEnumerable<Secret> Among(IEnumerable<KeyValuePair<string, string>> variables) => variables
        .Where(static variable => Promises(variable.Key) && variable.Value.Length > 0)
        .Select(static variable => new Secret("", variable.Key, variable.Value, IsWhole: true));

    /// <summary>Every name that promises has one of these in it; to look for them is faster than to look for a name.</summary>
    public static readonly string[] Stems =
    [
        "SECRET", "PASS", "PW", "CRED", "AUTH", "BEARER", "COOKIE", "TOKEN", "KEY", "SIG", "AK", "SK", "LOGIN", "SASL",
        "CONTRASE", "SENHA", "SEED", "ПАРОЛ", "パスワード", "비밀번호", "密", "口令", "私", "令牌", "凭", "憑",
    ];

    private static readonly LazyRegex Word = new(@"[\p{L}_][\p{L}\p{N}_.-]{0,80}");

    private static readonly WordSearch AnyStem = new(Stems);

    public static bool Promises(string name) =>
        MayStandIn(name) && Promising.IsMatch(name.Trim()) && !Counting.IsMatch(name.Trim());

    /// <summary>True for the key of a member.</summary>
    public static bool PromisesAsKey(string name) => MayStandIn(name) && (Promises(name) || PromisingAsKey.IsMatch(name.Trim()));

    /// <summary>True for the parameter of an address.</summary>
    public static bool PromisesInAddress(string name) => Promises(name) || Signing.IsMatch(name);

    /// <summary>True for a text in which some word is a name that promises a secret.</summary>
    public static bool IsPromisedIn(string text)
    {
        if (!MayStandIn(text))
            return false;
        for (var word = Word.Match(text); word.Success; word = word.NextMatch())
        {
            if (PromisesAsKey(word.Value))
                return true;
        }
        return false;
    }

    /// <summary>False for a text in which no name can promise anything.</summary>
    public static bool MayStandIn(string text) => AnyStem.IsAnyIn(text);

    /// <summary>The name of the placeholder for the value of a variable.</summary>
    public static string OfVariable(string name) => Free(Regex.Replace(name, "[^A-Za-z0-9_]+", "_", RegexOptions.CultureInvariant));

    /// <summary>The name of a placeholder: <c>--api-key</c> becomes <c>API_KEY</c>.</summary>
    public static string ForPlaceholder(string name) =>
        Free(Regex.Replace(name, "[^A-Za-z0-9]+", "_", RegexOptions.CultureInvariant).ToUpperInvariant());

    // Every shell sets PWD, so that a placeholder of that name could be filled with the working directory.
    private static string Free(string name) => name.Trim('_') switch
    {
        "" => "SECRET",
        "PWD" or "OLDPWD" => "PASSWORD",
        { } free when free[0] is >= '0' and <= '9' => "SECRET_" + free,
        var free => free,
    };
}
