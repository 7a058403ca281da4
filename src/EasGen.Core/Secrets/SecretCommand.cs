using System.Text.RegularExpressions;

namespace EasGen.Core.Secrets;

/// <summary>Secrets on the command lines of programs that take them by short options, or as <c>user:password</c>.</summary>
internal static class SecretCommand
{
    // What may stand between a program and its option; the value of an option; a user with a password.
    private const string Between = @"[^\n;|&]{0,200}?\s";
    private const string Value = """["']?(?<s>[^\s"';|&]+)""";
    private const string Login = """["']?[^\s:"'$/]{1,256}:(?<s>[^\s"']+)""";

    /// <summary>What each has in it, the name of its placeholder, and its form with the secret in the group <c>s</c>.</summary>
    public static readonly (string Sign, string Name, LazyRegex Form)[] Forms =
    [
        ("curl", "PASSWORD", new("""(?<![\w-])(?:-u[ =]?|--user[ =])\s{0,8}["']?[^\s:"'$]{1,256}:(?<s>(?!\d+(?:\s|\z))[^\s"']+)""")),
        ("--password-stdin", "REGISTRY_PASSWORD", new(
            """\becho\s+(?:-n\s+)?["']?(?<s>[^\s"'|]+)["']?\s*\|[^\n;|&]{0,200}--password-stdin""")),
        // Any other program's -p is a port or a path.
        ("mysql", "PASSWORD", new($@"\bmysql(?:dump|admin)?\b{Between}-p{Value}")),
        ("mariadb", "PASSWORD", new($@"\bmariadb\b{Between}-p{Value}")),
        ("mongo", "PASSWORD", new($@"\bmongo\w*\b{Between}-p\s*(?!\d+(?:\s|\z)){Value}")),
        (" login", "REGISTRY_PASSWORD", new(
            $@"\b(?:az|buildah|docker|helm\s+registry|nerdctl|oras|podman)\s+login\b{Between}-p\s*{Value}")),
        ("wandb login", "API_KEY", new(@"\bwandb\s+login\s+(?:--\w+\s+)*(?<s>[0-9a-f]{40})")),
        ("sshpass", "PASSWORD", new($@"\bsshpass\b{Between}-p\s*{Value}")),
        ("ssh-keygen", "PASSPHRASE", new($@"\bssh-keygen\b{Between}-N\s+{Value}")),
        ("redis-cli", "PASSWORD", new($@"\bredis-cli\b{Between}(?:-a|--pass)\s+{Value}")),
        ("ossutil", "PASSWORD", new($@"\bossutil\w*\b{Between}-k\s+{Value}")),
        ("ldap", "PASSWORD", new($@"\bldap\w+\b{Between}-w\s+{Value}")),
        ("zip", "PASSWORD", new($@"\b(?:un)?zip\b{Between}-P\s*{Value}")),
        ("7z", "PASSWORD", new($@"\b7z[ar]?\b{Between}-p{Value}")),
        ("creds", "PASSWORD", new($"--(?:src-|dest-)?creds[ =]{Login}")),
        ("--proxy-user", "PASSWORD", new($"--proxy-user[ =]{Login}")),
        ("ctr ", "PASSWORD", new($@"\bctr\b{Between}(?:-u|--user)[ =]{Login}")),
        ("chpasswd", "PASSWORD", new($@"\bchpasswd\s*<<<\s*{Login}")),
        ("chpasswd", "PASSWORD", new(
            """\becho\s+(?:-n\s+)?["']?[^\s:"'$|]{1,256}:(?<s>[^\s"'|]+)["']?\s*\|\s*(?:sudo\s+)?chpasswd""")),
        ("htpasswd", "PASSWORD", new(
            """\bhtpasswd\s+(?:-\w+\s+){1,8}(?:[^\s-]\S*\s+){1,2}["']?(?<s>[^\s"'-][^\s"']*)["']?\s*(?:$|[;&|>])""",
            RegexOptions.Multiline)),
        ("machine", "PASSWORD", new(@"\bmachine\s+\S{1,256}\s+login\s+\S{1,256}\s+password\s+(?<s>\S+)")),
        ("pass:", "PASSWORD", new("""-pass(?:in|out)?\s+["']?pass:(?<s>[^\s"']+)""")),
    ];
}
