namespace EasGen.Core.Rooms;

/// <summary>The secure encryption environment: mounted files are decrypted with a key that a trustee hands out.</summary>
internal static class SecureEnvironment
{
    public static readonly TextRow TrusteeEndpoint = new("TrusteeEndpoint", "confidential/trustee_endpoint") { Console = "Configure Secure Encryption Environment" };
    public static readonly TextRow DecryptionKey = new("DecryptionKey", "confidential/decryption_key") { Console = "Configure Secure Encryption Environment" };

    public static readonly Rule EAS0910_EnvironmentIsComplete = Rule.Error("EAS0910", "Secure environment lacks its trustee or its key")
        .When(static service =>
        {
            if (service.One(TrusteeEndpoint) is not { } environment)
                return;
            foreach (var row in new[] { TrusteeEndpoint, DecryptionKey })
            {
                if (string.IsNullOrWhiteSpace(environment[row]))
                    service.Report(environment.At(row), $"{row} is missing; a secure environment needs the address of its trustee and the address of its key");
            }
        });

    public static readonly Rule EAS0911_StorageIsMounted = Rule.Error("EAS0911", "Secure environment without a mount")
        .When(static service =>
        {
            if (service.One(TrusteeEndpoint) is { } environment && !service.Has(Mount.MountPath) && !Mount.HasUnknown(service))
                service.Report(environment.At(TrusteeEndpoint), $"A secure environment decrypts mounted files, but the service mounts none; add a mount such as {OssMount.Room}");
        });

    public static readonly Rule EAS0912_StorageHoldsFiles = Rule.Warning("EAS0912", "Secure environment mounts only empty folders")
        .When(static service =>
        {
            if (service.One(TrusteeEndpoint) is not { } environment || Mount.HasUnknown(service))
                return;
            var mounts = service.All(Mount.MountPath);
            if (mounts.Length > 0 && mounts.All(
                static mount => mount.Feature.Room == LocalDiskMount.Room || mount.Feature.Room == CacheMount.Room))
                service.Report(
                    environment.At(TrusteeEndpoint),
                    $"A secure environment decrypts mounted files, but the service mounts only empty folders; add a mount such as {OssMount.Room}, or remove {Room!}");
        });

    public static readonly Room Room = new(
        "SecureEnvironment",
        "",
        [TrusteeEndpoint, DecryptionKey],
        [EAS0910_EnvironmentIsComplete, EAS0911_StorageIsMounted, EAS0912_StorageHoldsFiles])
    {
        Arguments = 2,
    };
}
