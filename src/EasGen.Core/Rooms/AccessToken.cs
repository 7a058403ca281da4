namespace EasGen.Core.Rooms;

/// <summary>The token that callers of the service send.</summary>
internal static class AccessToken
{
    public static readonly TextRow Secret = new("Secret", "token") { Secret = "EAS_TOKEN" };
    public static readonly SwitchRow Generate = new("Generate", "generate_token") { On = JsonNode.Text("true"), Off = JsonNode.Text("false") };

    public static readonly Room Room = new("AccessToken", "", [Secret, Generate], []) { Arguments = 1, ArgumentsAreOptional = true };
}
