using EasGen.Core.Features;
using static EasGen.Core.Features.SecureEnvironment;

namespace EasGen.Core.Tests;

public class SecureEnvironmentRules
{
    private static readonly Service Bare = Valid.With(
        SecureEnvironment.FeatureType,
        (TrusteeEndpoint, "https://trustee"),
        (DecryptionKey, "kbs:///default/key/iris"));

    private static readonly Service Mounting = Bare.With(OssMount.FeatureType, (OssMount.Path, "oss://b/m/"), (Mount.MountPath, "/models"));

    public static TheoryData<RuleCase> Cases => Book(
        Judge(EAS0910_EnvironmentIsComplete)
            .Refuses("no trustee", Mounting.With(TrusteeEndpoint, ""), "/confidential/trustee_endpoint", "TrusteeEndpoint")
            .Refuses("no key", Mounting.With(DecryptionKey, null), "/confidential/decryption_key", "DecryptionKey")
            .Accepts("both", Mounting)
            .Accepts("placeholders", Mounting.With(TrusteeEndpoint, "${TRUSTEE}").With(DecryptionKey, "${KEY}"))
            .Accepts("none", Valid),

        Judge(EAS0911_StorageIsMounted)
            .Refuses("no mount", Bare, "/confidential/trustee_endpoint", "mounts none")
            .Accepts("a mount", Mounting)
            .Accepts("a mount that no attribute knows", Bare.With(RawSetting.Of("/storage/0", JsonNode.Object())))
            .Accepts("no secure environment", Valid),

        Judge(EAS0912_StorageHoldsFiles)
            .Refuses("an empty folder", Bare.With(Folder), "/confidential/trustee_endpoint", "only empty folders")
            .Refuses(
                "shared memory",
                Bare.With(LocalDiskMount.FeatureType, (Mount.MountPath, "/dev/shm"), (LocalDiskMount.Medium, "memory")),
                "/confidential/trustee_endpoint",
                "only empty folders")
            .Refuses(
                "a folder and its cache",
                Bare.With(Folder).With(CacheMount.FeatureType, (CacheMount.Path, "/tmp/scratch"), (Mount.MountPath, "/fast")),
                "/confidential/trustee_endpoint",
                "only empty folders")
            .Accepts("an empty folder beside a storage", Mounting.With(Folder))
            .Accepts(
                "an empty folder beside a mount that no attribute knows",
                Bare.With(Folder).With(RawSetting.Of("/storage/1", JsonNode.Object())))
            .Accepts("a storage", Mounting)
            .Accepts("no mount, which another rule refuses", Bare)
            .Accepts("no secure environment", Valid.With(Folder)));

    private static Feature Folder => A(LocalDiskMount.FeatureType, (Mount.MountPath, "/tmp/scratch"));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();
}
