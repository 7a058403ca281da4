namespace EasGen.Core.Features;

/// <summary>The token that callers of the service send.</summary>
internal static class AccessToken
{
    public static readonly StringSetting Secret = new("Secret", "token") { Secret = "EAS_TOKEN" };
    public static readonly BooleanSetting Generate = new("Generate", "generate_token")
    {
        On = JsonNode.String("true"),
        Off = JsonNode.String("false"),
    };

    public static readonly FeatureType FeatureType = new("AccessToken", "", [Secret, Generate])
    {
        Arguments = 1,
        ArgumentsAreOptional = true,
    };
}
