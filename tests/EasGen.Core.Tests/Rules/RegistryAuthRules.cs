using EasGen.Core.Rooms;
using static EasGen.Core.Rooms.RegistryAuth;

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
            .Accepts("YWNtZTpoaWRkZW4=", "Og==", "dGVzdGNhbzoxM*******", "****", "${REGISTRY_AUTH}", ""));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    [Fact]
    public void A_message_does_not_tell_the_secret() =>
        Assert.DoesNotContain(Inspection.Of(Valid.With(RegistryAuth.Secret, "acme:hidden")), static finding => finding.Message.ToString().Contains("hidden", StringComparison.Ordinal));
}
