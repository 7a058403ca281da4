using System.Text;

namespace EasGen.Core.Rooms;

/// <summary>Who may pull the images of the containers from a private registry.</summary>
internal static class RegistryAuth
{
    public static readonly TextRow Secret = new("Secret", "dockerAuth") { Secret = "REGISTRY_AUTH", Console = "Registry user name and password" };

    public static readonly Rule EAS0250_SecretIsEncoded = Rule.Error("EAS0250", "Registry secret is not Base64 of user:password")
        .Each(Secret, static secret => secret.Length == 0 || IsMasked(secret) || IsEncoded(secret)
            ? null
            : new(
                "The registry secret is not the Base64 of user:password; encode both together",
                secret.IndexOf(':') > 0 ? new("Encode it", Convert.ToBase64String(Encoding.UTF8.GetBytes(secret))) : null));

    public static readonly Room Room = new("RegistryAuth", "", [Secret], [EAS0250_SecretIsEncoded]) { Arguments = 1 };

    // The documentation hides parts of secrets behind asterisks.
    private static bool IsMasked(string secret) => secret.IndexOf('*') >= 0;

    private static bool IsEncoded(string secret)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(secret)).IndexOf(':') >= 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
