using EasGen.Core.Features;
using static EasGen.Core.Features.GitMount;

namespace EasGen.Core.Tests;

public class GitMountRules
{
    public static TheoryData<RuleCase> Cases => Book(
        Judge<string>(EAS0440_RepositoryIsHttps, "/storage/0/git/repo", Mounted)
            .Refuses("http://github.com/acme/iris.git", Use("https://github.com/acme/iris.git"))
            .Refuses("git://github.com/acme/iris.git", Use("https://github.com/acme/iris.git"))
            .Refuses("git@github.com:acme/iris.git", Use("https://github.com/acme/iris.git"))
            .Refuses("ssh://git@github.com/acme/iris.git", Use("https://github.com/acme/iris.git"))
            .Refuses("github.com/acme/iris.git", Use("https://github.com/acme/iris.git"))
            .Refuses("ssh://git@git.acme.com:2222/iris.git")
            .Refuses("/repositories/iris.git")
            .Refuses("iris")
            .Refuses("https://")
            .Refuses("HTTPS://github.com/acme/iris.git")
            .Accepts("https://github.com/acme/iris.git", "https://user@git.acme.com:8443/iris", "${REPOSITORY}", ""),

        Judge(EAS0441_RepositoryIsGiven)
            .Refuses("an empty address", Mounted(""), "/storage/0/git/repo", "no repository")
            .Refuses(
                "an unset address",
                Valid.With(GitMount.FeatureType, (Mount.MountPath, "/code")),
                "/storage/0/git/repo",
                "no repository")
            .Accepts("an address", Mounted("https://github.com/acme/iris.git")));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    private static Service Mounted(string repository) =>
        Valid.With(GitMount.FeatureType, (Repository, repository), (Mount.MountPath, "/code"));
}
