using EasGen.Core.Checking;
using EasGen.Core.Features;
using static EasGen.Core.Features.RegistryAuth;

namespace EasGen.Core.Tests;

public class RegistryAuthRules
{
    public static TheoryData<RuleCase> Cases => Book(
        Judge<string>(EAS0250_SecretIsEncoded, "/dockerAuth", static secret => Valid.With(RegistryAuth.Secret, secret))
            .Refuses("acme:hidden", "Base64", new("Encode it", "YWNtZTpoaWRkZW4="))
            .Refuses(":hidden", "Base64")
            .Refuses("hidden", "Base64")
            .Refuses("aGlkZGVu", "Base64")
            .Refuses("YWNtZTpoaWRkZW4", "Base64")
            .Refuses("鸢尾花", "Base64")
            .Refuses("acme:${PASSWORD}", "encoded when it is filled", new("Encode it when it is filled", "${base64:acme:${PASSWORD}}"))
            .Refuses(
                "${USER}:${PASSWORD}",
                "encoded when it is filled",
                new("Encode it when it is filled", "${base64:${USER}:${PASSWORD}}"))
            .Refuses("${base64:${PASSWORD}}", "lacks its user")
            .Refuses("${base64::${PASSWORD}}", "lacks its user")
            .Refuses("${base64:acme:}", "lacks its user or its password")
            .Refuses("${base64:acme:a{b}c}", "brace")
            .Accepts(
                "YWNtZTpoaWRkZW4=",
                "Og==",
                "dGVzdGNhbzoxM*******",
                "****",
                "${REGISTRY_AUTH}",
                "${A}${B}",
                "${base64:acme:${PASSWORD}}",
                ""),

        Judge<string>(EAS0223_EncodedTextIsFilled, "/dockerAuth", static secret => Valid.With(RegistryAuth.Secret, secret))
            .Refuses(
                Encoded("acme:${PASSWORD}"),
                "encoded after it is filled",
                new("Encode it when it is filled", "${base64:acme:${PASSWORD}}"))
            .Refuses(
                Encoded("acme:${PASSWORD}\n"),
                "encoded after it is filled",
                new("Encode it when it is filled", "${base64:acme:${PASSWORD}}"))
            .Refuses(Encoded("${REGISTRY_AUTH}"), "Base64")
            .Accepts(Encoded("acme:hidden"), Encoded("acme:$PASSWORD"), "${base64:acme:${PASSWORD}}", "${REGISTRY_AUTH}", "hidden", ""),

        Judge<string>(EAS0224_SecretHasNoLineBreak, "/dockerAuth", static secret => Valid.With(RegistryAuth.Secret, secret))
            .Refuses(Encoded("acme:hidden\n"), "line break", new("Encode it without the line break", Encoded("acme:hidden")))
            .Refuses(Encoded("acme:hidden\r\n"), "line break", new("Encode it without the line break", Encoded("acme:hidden")))
            .Accepts(Encoded("acme:hidden"), Encoded("acme:${PASSWORD}\n"), "${REGISTRY_AUTH}", "hidden\n", ""),

        Judge<string>(EAS0225_PasswordIsPlaceholder, "/dockerAuth", static secret => Valid.With(RegistryAuth.Secret, secret))
            .Refuses("${base64:acme:hidden}", "clear text")
            .Refuses("${base64:${USER}:hidden}", "clear text")
            .Accepts("${base64:acme:${PASSWORD}}", "${base64:acme:x${PASSWORD}}", "${base64:acme:}", Encoded("acme:hidden"), ""));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    [Theory]
    [InlineData("${base64:acme:${PASSWORD}}", "acme", "${PASSWORD}")]
    [InlineData("${base64:${USER}:a:b}", "${USER}", "a:b")]
    public void A_login_has_two_parts(string secret, string user, string password)
    {
        var login = A(RegistryAuth.FeatureType, (RegistryAuth.Secret, secret));
        var parts = A(RegistryAuth.FeatureType, (User, user), (Password, password));

        Assert.Equal(parts, InParts(login));
        Assert.Equal(login, Joined(parts));
        Assert.Equal($"RegistryAuth(\"{user}\", \"{password}\")", AttributeText.Of(parts));
    }

    [Theory]
    [InlineData("YWNtZTpoaWRkZW4=")]
    [InlineData("${REGISTRY_AUTH}")]
    [InlineData("${base64:${REGISTRY_AUTH}}")]
    [InlineData("x${base64:acme:${PASSWORD}}")]
    public void Another_text_has_none(string secret) => Assert.Equal(
        A(RegistryAuth.FeatureType, (RegistryAuth.Secret, secret)),
        InParts(A(RegistryAuth.FeatureType, (RegistryAuth.Secret, secret))));

    private static string Encoded(string text) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text));

    [Fact]
    public void A_message_does_not_tell_the_secret() =>
        Assert.DoesNotContain(
            ServiceRules.Check(Valid.With(RegistryAuth.Secret, "acme:hidden")),
            static finding => finding.Message.ToString().Contains("hidden", StringComparison.Ordinal));
}
