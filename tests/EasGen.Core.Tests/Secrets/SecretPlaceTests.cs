using EasGen.Core.Catalog;
using EasGen.Core.Checking;
using EasGen.Core.Features;
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

    [Fact]
    public void Two_secrets_have_two_placeholders()
    {
        const string Script = "sshpass -p MARK1aaaa ssh h; redis-cli -a MARK2bbbb ping; redis-cli -a MARK1aaaa ping";
        var service = Valid.With(Container.Command, null).With(Container.Script, Script)
            .With(EnvironmentVariable.FeatureType, (EnvironmentVariable.Name, "PASSWORD"), (EnvironmentVariable.Value, "MARK3cccc"));

        var findings = ServiceRules.Check(service);

        var script = Assert.Single(findings, static finding => finding.Rule == GeneralRules.EAS0018_SecretIsPlaceholder);
        var variable = Assert.Single(findings, static finding => finding.Rule == EnvironmentVariable.EAS0222_SecretIsPlaceholder);
        string[] names = ["PASSWORD", "PASSWORD_2", "PASSWORD_3"];
        Assert.Equal("sshpass -p ${PASSWORD} ssh h; redis-cli -a ${PASSWORD_2} ping; redis-cli -a ${PASSWORD} ping", script.Fix!.Value);
        Assert.Equal("${PASSWORD_3}", variable.Fix!.Value);
        Assert.All(names[..2], name => Assert.Contains($"${{{name}}}", script.Message.For(Audience.Json), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"key":"DB_PASSWORD","value":"MARKb5abc"}""")]
    [InlineData("""{"name":"","key":"DB_PASSWORD","value":"MARKb5abc"}""")]
    [InlineData("""{"name":"DB_PASSWORD","content":"MARKb5abc"}""")]
    public void A_variable_in_other_words_gets_the_placeholder_of_its_name(string variable)
    {
        var findings = ServiceReader.Read($$"""{"containers":[{"image":"a:1","env":[{{variable}}]}]}""").AllFindings();

        var secret = Assert.Single(findings, static finding => FileFindings.SecretRules.Contains(finding.Rule));
        Assert.Contains("write ${DB_PASSWORD}", secret.Message.For(Audience.Json), StringComparison.Ordinal);
        Assert.DoesNotContain("''", secret.Message.For(Audience.Json), StringComparison.Ordinal);
        Assert.DoesNotContain(Mark, secret.Fix?.Title ?? "", StringComparison.Ordinal);
        Assert.DoesNotContain(Mark, $"{secret.Fix?.Value}", StringComparison.Ordinal);
    }
}
