using EasGen.Core.Checking;
using EasGen.Core.Files;
using EasGen.Core.Secrets;

namespace EasGen.Core.Tests;

/// <summary>Secrets that stand where a text is expected, or under names of headers: reported, and in no message.</summary>
public class SecretPlaceTests
{
    private const string Mark = "MARKb5abc";

    [Theory]
    [InlineData("""{"containers":[{"env":[{"name":"SECRET","value":{"a":"MARKb5abc"}}]}]}""")]
    [InlineData("""{"containers":[{"env":[{"name":"SECRET","value":{"a":{"b":["MARKb5abc"]}}}]}]}""")]
    [InlineData("""{"containers":[{"env":[{"name":"SECRET","value":["MARKb5abc"]}]}]}""")]
    [InlineData("""{"containers":[{"env":[{"name":"COOKIE","value":"session=MARKb5abc"}]}]}""")]
    [InlineData("""{"metadata":{"annotations":{"auth":{"bearer":"MARKb5abc"}}}}""")]
    [InlineData("""{"metadata":{"headers":{"Set-Cookie":"MARKb5abc"}}}""")]
    public void A_secret_is_reported_and_not_shown(string json)
    {
        var findings = ServiceReader.Read(json).AllFindings();

        Assert.Contains(findings, static finding => FileFindings.SecretRules.Contains(finding.Rule));
        Assert.DoesNotContain(findings, static finding => finding.Message.For(Audience.Json).Contains(Mark, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"containers":[{"env":[{"name":"SETTINGS","value":{"a":"plain-text"}}]}]}""")]
    [InlineData("""{"containers":[{"env":[{"name":"COOKIE_DOMAIN","value":"example.com"}]}]}""")]
    [InlineData("""{"metadata":{"annotations":{"bearer_format":"jwt-in-header"}}}""")]
    public void What_promises_nothing_is_no_secret(string json) => Assert.DoesNotContain(
        ServiceReader.Read(json).AllFindings(),
        static finding => FileFindings.SecretRules.Contains(finding.Rule));

    [Theory]
    [InlineData("--pwd", "PASSWORD")]
    [InlineData("OLDPWD", "PASSWORD")]
    [InlineData("db_pwd", "DB_PWD")]
    [InlineData("--", "SECRET")]
    public void No_placeholder_has_a_name_that_the_shell_fills(string name, string expected) =>
        Assert.Equal(expected, SecretName.ForPlaceholder(name));
}
