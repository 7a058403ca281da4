using System.Text.RegularExpressions;

namespace EasGen.Core.Secrets;

/// <summary>
/// An object or a list whose name promises that there are secrets in it, at any depth: every text in it is one, but for those
/// whose key says that they are something else, such as the name of the user.
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="IsSure">False for one that may hold settings of other kinds as well, such as <c>auth</c>.</param>
internal readonly record struct SecretHolder(string Name, bool IsSure)
{
    /// <summary>True for what should be the text of a variable: whatever its keys are, it is what the variable promises.</summary>
    public bool IsAll { get; init; }

    private const RegexOptions FromEnd = RegexOptions.IgnoreCase | RegexOptions.RightToLeft;

    // Where a word of a key begins.
    private const string Word = "(?:^|[._-]|(?-i:(?<=[a-z0-9])(?=[A-Z])))";

    private static readonly LazyRegex Perhaps = new($"{Word}(?:AUTHS?|AUTHENTICATION|JWT|LOGIN|PAT|SALT|SASL|TOKENS)$", FromEnd);

    private static readonly WordSearch PerhapsStems = new(["AUTH", "JWT", "LOGIN", "PAT", "SALT", "SASL", "TOKENS"]);

    // What a secret is called that its holder says all of.
    private static readonly LazyRegex Content = new(
        $@"{Word}(?:VALUE|VAL|DATA|KEY|AUTH|CODE|CONTENT|ENCODED|PLAIN|RAW|STRING|TEXT|BASE64)(?:[._-]?\d+)?$", FromEnd);

    // What people keep beside a secret.
    private static readonly LazyRegex Beside = new(
        $"{Word}(?:ACCOUNT|ADDRESS|ALG|ALGORITHM|AT|AUDIENCE|BACKEND|COMMENT|CREATED|DATABASE|DATE|DB|DESCRIPTION|DIR|DOMAIN|DRIVER"
        + "|E?MAIL|ENABLED|ENCODING|ENDPOINTS?|ENGINE|ENV|EXPIRATION|EXPIRES|EXPIRY|FILE|FILENAME|FOLDER|FORMAT|GROUP|HEADER|HOST"
        + "|HOSTNAME|IDS?|INTERVAL|ISSUER|KIND|LABELS?|LENGTH|LOGIN|METHODS?|MODE|NAMESPACE|NOTES?|OWNER|PATH|PERMISSIONS?|POLICY"
        + "|PORT|PREFIX|PROTOCOL|PROVIDER|REALM|REF|REGION|REGISTRY|ROLES?|ROTATION|SAMESITE|SCHEMA|SCHEME|SCOPES?|SERVER|SIZE|SOURCE|STATE"
        + "|STATUS|STORE|STRATEGY|SUBJECT|SUFFIX|TABLE|TENANT|TIME|TIMEOUT|TITLE|TTL|TYPE|UPDATED|URIS?|URLS?|USERS?|USERNAMES?|VARIABLE"
        + "|VENDOR|VERSION|ZONE|[A-Z]*NAMES?)$",
        FromEnd);

    // Amounts, times, addresses and names of resources, which would be a strange secret.
    private static readonly LazyRegex Plain = new(
        @"^(?:[+-]?\d{1,7}(?:\.\d+)?\s?[a-z%]{0,2}|[a-z][a-z0-9+.-]*://.*|(?:acs|arn):.*|\d{4}-\d\d-\d\d(?:[T ].*)?)$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline);

    private static readonly LazyRegex Letters = new(@"^[A-Za-z._-]+$");

    // What only a machine writes.
    private static readonly LazyRegex Mixed = new(@"^(?=\S*\d)(?:(?=\S*\p{Ll})(?=\S*\p{Lu})\S{8,}|(?=\S*\p{L})\S{20,})$");

    private static readonly LazyRegex Login = new(@"^[^\s:/]+:(?!\d+$)[^\s:/]\S*$");

    private static readonly LazyRegex Method = new(
        "^(?:anonymous|api[_-]?key|basic|bearer|digest|hmac|iam|jwt|kerberos|ldap|mtls|none|ntlm|oauth.*|oidc|openid.*|password|ram"
        + "|saml.*|sts|token)$",
        RegexOptions.IgnoreCase);

    // A secret that stands elsewhere.
    private static readonly LazyRegex Reference = new("^(?:SECRET[._-]?NAME|(?:SECRET|CONFIG[._-]?MAP)(?:[._-]?KEY)?[._-]?REF)$", FromEnd);

    private static readonly WordSearch ReferenceStems = new(["SECRET", "CONFIG"]);

    private static readonly string[] OfReference = ["name", "key", "namespace", "optional", "version"];

    /// <summary>What the name of an object or a list makes of it; null when it promises nothing.</summary>
    public static SecretHolder? Of(string name) =>
        SecretName.PromisesAsKey(name) ? new(name, IsSure: true)
        : MayBe(name) ? new SecretHolder(name, IsSure: false)
        : null;

    /// <summary>True for a name that promises no secret for sure, and often is that of something with a secret in it.</summary>
    public static bool MayBe(string name) => PerhapsStems.IsAnyIn(name) && Perhaps.IsMatch(name);

    /// <summary>As for a name, inside of another holder or of none.</summary>
    public static SecretHolder? Inside(SecretHolder? around, string name) =>
        around is { IsSure: true } ? around : Of(name) is { } own && (own.IsSure || around is null) ? own : around;

    /// <summary>True for an object that names a secret which stands elsewhere.</summary>
    public static bool IsReference(JsonNode json) => json.Kind == JsonKind.Object && json.Members.Count > 0
        && (json.Members.Any(static member => ReferenceStems.IsAnyIn(member.Key) && Reference.IsMatch(member.Key))
            || (json.Find("name") is not null && json.Find("key") is not null
                && json.Members.All(static member => Array.IndexOf(OfReference, member.Key) >= 0)));

    /// <summary>True when a text in the holder is a secret.</summary>
    /// <param name="key">The key of the text; that of its list for an item.</param>
    /// <param name="text">The text.</param>
    public bool Holds(string key, string text)
    {
        if (!SecretText.IsSecret(text) || Plain.IsMatch(text) || (Letters.IsMatch(text) && SecretName.PromisesAsKey(text)))
            return false;
        if (key == Name)
            return IsSure || Login.IsMatch(text) || Mixed.IsMatch(text);
        return IsAll || (!Beside.IsMatch(key) && (IsSure || Content.IsMatch(key) || Mixed.IsMatch(text)));
    }

    /// <summary>True for a user and a password, as some programs take them.</summary>
    public static bool IsPair(JsonNode list) => list.Members.Count == 2
        && list.Items.All(static item => item.Kind == JsonKind.String && !IsMethod(item.Text));

    /// <summary>True for a user with a password.</summary>
    public static bool IsLogin(string text) => Login.IsMatch(text);

    /// <summary>True for the name of a way to log in.</summary>
    public static bool IsMethod(string text) => Method.IsMatch(text);

    /// <summary>What to call the placeholder of a text in it.</summary>
    public string Placeholder(string key) =>
        key.Length == 0 ? Name
        : key == Name || SecretName.Promises(key) ? key
        : $"{Name}_{key}";
}
