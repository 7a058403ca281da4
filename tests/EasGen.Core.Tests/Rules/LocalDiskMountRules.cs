using EasGen.Core.Features;
using static EasGen.Core.Features.LocalDiskMount;

namespace EasGen.Core.Tests;

public class LocalDiskMountRules
{
    public static TheoryData<RuleCase> Cases => Book(
        Judge<string>(EAS0470_MediumIsMemory, "/storage/0/empty_dir/medium", static medium => Mounted((Medium, medium)))
            .Refuses("Memory", Use("memory"))
            .Refuses(" memory", Use("memory"))
            .Refuses("disk")
            .Refuses("memory2")
            .Accepts("memory", "", "${MEDIUM}")
            .Accepts("an unset medium", Mounted()),

        Judge<int>(EAS0471_SizeIsPositive, "/storage/0/empty_dir/size_limit", static size => Mounted((SizeLimitGB, size)))
            .Refuses(0)
            .Refuses(-1)
            .Refuses(int.MinValue)
            .Accepts(1, 2, int.MaxValue));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    private static Service Mounted(params (Setting, object)[] settings) =>
        Valid.With(LocalDiskMount.FeatureType, [(Mount.MountPath, "/dev/shm"), .. settings]);
}
