using System.Text;

namespace EasGen.Core.Features;

/// <summary>
/// Who may pull the images of the containers from a private registry: one text, or the user and the password that it is made
/// of. The JSON has the text alone.
/// </summary>
internal static class RegistryAuth
{
    private const string PasswordPlaceholder = "${REGISTRY_PASSWORD}";

    public static readonly StringSetting Secret = new("Secret", "dockerAuth")
    {
        Secret = "REGISTRY_AUTH",
        Console = ConsoleParameters.RegistryUser,
    };
    public static readonly StringSetting User = new("User", null) { Console = ConsoleParameters.RegistryUser };
    public static readonly StringSetting Password = new("Password", null) { Console = ConsoleParameters.RegistryUser };

    public static readonly Rule EAS0223_EncodedTextIsFilled = Rule.Warning("EAS0223", "Placeholder inside Base64 is never filled")
        .Each(Secret, static secret => Decoded(secret) is { } text && Placeholder.IsIn(text)
            ? new(
                "The Base64 text of the registry secret contains a placeholder, which is never filled there; "
                + "write ${base64:user:${NAME}}, which is encoded after it is filled",
                WhenFilled(text.TrimEnd('\r', '\n')))
            : null);

    public static readonly Rule EAS0224_SecretHasNoLineBreak = Rule.Warning("EAS0224", "Registry password ends with a line break")
        .Each(Secret, static secret => Decoded(secret) is { } text
            && !Placeholder.IsIn(text)
            && text.TrimEnd('\r', '\n') is var trimmed
            && trimmed.Length < text.Length
            ? new(
                "The registry password ends with a line break, as 'echo' without -n adds one; encode it again without",
                new Fix("Encode it without the line break", Encode(trimmed)).Certainly())
            : null);

    public static readonly Rule EAS0225_PasswordIsPlaceholder = Rule
        .Warning("EAS0225", "Registry password is in the artifact in clear text")
        .When(Secret, static service =>
        {
            foreach (var login in service.All(Secret))
            {
                if (InParts(login.Feature)[Password] is not { Length: > 0 } password || Placeholder.IsIn(password))
                    continue;
                service.Report(
                    login.At(Secret),
                    $"The registry password would be in the artifact in clear text; "
                    + $"write {PasswordPlaceholder} and fill it in at deployment");
            }
        });

    public static readonly Rule EAS0250_SecretIsEncoded = Rule.Error("EAS0250", "Registry secret is not Base64 of user:password")
        .When(Secret, static service =>
        {
            foreach (var login in service.All(Secret))
            {
                if (login[Secret] is { Length: > 0 } secret && Judge(secret) is { } violation)
                    service.Report(login.At(Secret), violation.Message, violation.Fix);
            }
        });

    public static readonly FeatureType FeatureType = new("RegistryAuth", "", [Secret, User, Password]) { Arguments = 1, Parts = 2 };

    public static readonly Rule[] Rules =
    [
        EAS0223_EncodedTextIsFilled, EAS0224_SecretHasNoLineBreak, EAS0225_PasswordIsPlaceholder,
        EAS0250_SecretIsEncoded,
    ];

    /// <summary>The text instead of the user and the password.</summary>
    public static Feature Joined(Feature login) => login[User] is { } user && login[Password] is { } password
        ? new Feature(FeatureType, [Placeholder.Base64($"{user}:{password}"), null, null])
        : login;

    /// <summary>The user and the password instead of the text, where it names both.</summary>
    public static Feature InParts(Feature login) =>
        login[Secret] is { } secret && Placeholder.InBase64(secret) is { } text && Split(text) is { } parts
            ? new Feature(FeatureType, [null, parts.User, parts.Password])
            : login;

    private static Violation? Judge(string secret)
    {
        if (Placeholder.InBase64(secret) is { } text)
        {
            return Split(text) is { User.Length: > 0, Password.Length: > 0 }
                ? null
                : new("The registry login lacks its user or its password; give both");
        }
        if (Placeholder.IsToBeEncoded(secret))
            return new(
                $"The registry login contains a brace that is not part of a placeholder; "
                + $"write {PasswordPlaceholder} instead of the password");
        if (Placeholder.IsIn(secret))
        {
            return Placeholder.Removed(secret).IndexOf(':') < 0
                ? null
                : new("The registry secret is not the Base64 of user:password; let it be encoded when it is filled", WhenFilled(secret));
        }
        return IsMasked(secret) || Decoded(secret)?.IndexOf(':') >= 0
            ? null
            : new(
                "The registry secret is not the Base64 of user:password; encode both together",
                secret.IndexOf(':') > 0 ? new Fix("Encode it", Encode(secret)).Certainly() : null);
    }

    // No user has a colon.
    private static (string User, string Password)? Split(string text) =>
        text.IndexOf(':') is >= 0 and var colon ? (text.Substring(0, colon), text.Substring(colon + 1)) : null;

    private static Fix? WhenFilled(string text)
    {
        var late = Placeholder.Base64(text);
        return Placeholder.InBase64(late) is not null && Split(text) is { User.Length: > 0, Password.Length: > 0 }
            ? new("Encode it when it is filled", late)
            : null;
    }

    // The documentation hides parts of secrets behind asterisks.
    private static bool IsMasked(string secret) => secret.IndexOf('*') >= 0;

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string? Decoded(string secret)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(secret));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
