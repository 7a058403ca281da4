using System.Text.RegularExpressions;

namespace EasGen.Core.Features;

/// <summary>The code of a Git repository, pulled when an instance starts.</summary>
internal static class GitMount
{
    public static readonly StringSetting Repository = new("Repository", "git/repo")
    {
        Pattern = "^https://.+$",
        Console = ConsoleParameters.GitMount,
    };
    public static readonly StringSetting Branch = new("Branch", "git/branch") { Console = ConsoleParameters.GitMount };
    public static readonly StringSetting Commit = new("Commit", "git/commit") { Console = ConsoleParameters.GitMount };
    public static readonly StringSetting User = new("User", "git/username") { Console = ConsoleParameters.GitMount };
    public static readonly StringSetting Password = new("Password", "git/password")
    {
        Secret = "GIT_PASSWORD",
        Console = ConsoleParameters.GitMount,
    };

    public static readonly Rule EAS0440_RepositoryIsHttps = Rule.Error("EAS0440", "Git repository has no HTTPS address")
        .Each(Repository, static repository => repository.Length == 0 || Repository.Matches(repository)
            ? null
            : new(
                $"The Git repository '{repository}' is not an HTTPS address, and EAS clones only over HTTPS; start it with 'https://'",
                Https(repository)));

    public static readonly Rule EAS0441_RepositoryIsGiven = Rule.Error("EAS0441", "Git mount has no repository")
        .When(Repository, static service =>
        {
            foreach (var mount in service.All(Repository))
            {
                if (string.IsNullOrEmpty(mount[Repository]))
                    service.Report(
                        mount.At(Repository),
                        "The Git mount has no repository; give its address, such as https://github.com/acme/iris.git");
            }
        });

    public static readonly FeatureType FeatureType = new(
        "GitMount",
        "/storage/*",
        [Repository, Mount.MountPath, Branch, Commit, User, Password, Mount.ResourceType, Mount.ResourceUse])
    {
        Arguments = 2,
        Kind = "git",
    };

    public static readonly Rule[] Rules = [EAS0440_RepositoryIsHttps, EAS0441_RepositoryIsGiven];

    // git@github.com:acme/iris.git, ssh://git@github.com/acme/iris.git and http://github.com/acme/iris.git all name the same.
    private static Fix? Https(string repository) =>
        Regex.Match(
            repository,
            @"^(?:(?:ssh|http|git)://)?(?:[\w.-]+@)?(?<host>[\w-]+(?:\.[\w-]+)+)[:/](?!\d+/)(?<path>[^\s:/]\S*)\z",
            RegexOptions.CultureInvariant) is { Success: true } known
            ? Fix.UseCertainly($"https://{known.Groups["host"].Value}/{known.Groups["path"].Value}")
            : null;
}
