namespace EasGen.Core.Features;

/// <summary>The secure encryption environment: mounted files are decrypted with a key that a trustee hands out.</summary>
internal static class SecureEnvironment
{
    public static readonly StringSetting TrusteeEndpoint = new("TrusteeEndpoint", "confidential/trustee_endpoint")
    {
        Console = ConsoleParameters.SecureEncryption,
    };
    public static readonly StringSetting DecryptionKey = new("DecryptionKey", "confidential/decryption_key")
    {
        Console = ConsoleParameters.SecureEncryption,
    };

    public static readonly Rule EAS0910_EnvironmentIsComplete = Rule.Error("EAS0910", "Secure environment lacks its trustee or its key")
        .When(TrusteeEndpoint, static service =>
        {
            if (service.One(TrusteeEndpoint) is not { } environment)
                return;
            foreach (var setting in new[] { TrusteeEndpoint, DecryptionKey })
            {
                if (string.IsNullOrWhiteSpace(environment[setting]))
                    service.Report(
                        environment.At(setting),
                        $"{setting} is missing; a secure environment needs the address of its trustee and the address of its key");
            }
        });

    public static readonly Rule EAS0911_StorageIsMounted = Rule.Error("EAS0911", "Secure environment without a mount")
        .When(TrusteeEndpoint, static service =>
        {
            if (service.One(TrusteeEndpoint) is { } environment && !service.Has(Mount.MountPath) && !Mount.HasUnknown(service))
                service.Report(
                    environment.At(TrusteeEndpoint),
                    $"A secure environment decrypts mounted files, but the service mounts none; "
                    + $"add a mount such as {OssMount.FeatureType}");
        });

    public static readonly Rule EAS0912_StorageHoldsFiles = Rule.Warning("EAS0912", "Secure environment mounts only empty folders")
        .When(TrusteeEndpoint, static service =>
        {
            if (service.One(TrusteeEndpoint) is not { } environment || Mount.HasUnknown(service))
                return;
            var mounts = service.All(Mount.MountPath);
            if (mounts.Length > 0 && mounts.All(
                static mount => mount.Type == LocalDiskMount.FeatureType || mount.Type == CacheMount.FeatureType))
                service.Report(
                    environment.At(TrusteeEndpoint),
                    $"A secure environment decrypts mounted files, but the service mounts only empty folders; "
                    + $"add a mount such as {OssMount.FeatureType}, or remove {FeatureType!}");
        });

    public static readonly FeatureType FeatureType = new(
        "SecureEnvironment",
        "",
        [TrusteeEndpoint, DecryptionKey])
    {
        Arguments = 2,
    };

    public static readonly Rule[] Rules =
    [
        EAS0910_EnvironmentIsComplete, EAS0911_StorageIsMounted, EAS0912_StorageHoldsFiles,
    ];
}
