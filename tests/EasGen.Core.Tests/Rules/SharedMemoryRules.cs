using EasGen.Core.Features;
using static EasGen.Core.Features.SharedMemory;

namespace EasGen.Core.Tests;

public class SharedMemoryRules
{
    public static TheoryData<RuleCase> Cases => Book(
        Judge<int>(EAS0550_SizeIsPositive, "/metadata/shm_size", static size => Valid.With(SizeGB, size))
            .Refuses(-1)
            .Refuses(0)
            .Accepts(1, 64, 100),

        Judge(EAS0551_SharedMemoryIsGivenOnce)
            .Refuses("a mount in its place", Mounted("/dev/shm").With(SizeGB, 64), "/metadata/shm_size", "/dev/shm", Remove)
            .Refuses("a mount with a slash at the end", Mounted("/dev/shm/").With(SizeGB, 64), "/metadata/shm_size", "/dev/shm", Remove)
            .Accepts("a mount elsewhere", Mounted("/models").With(SizeGB, 64))
            .Accepts("a mount below", Mounted("/dev/shm/models").With(SizeGB, 64))
            .Accepts("a mount without a size", Mounted("/dev/shm"))
            .Accepts("a size", Valid.With(SizeGB, 64)));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    private static Service Mounted(string mountPath) =>
        Valid.With(OssMount.FeatureType, (OssMount.Path, "oss://b/m/"), (Mount.MountPath, mountPath));
}
