using EasGen.Core.Features;
using static EasGen.Core.Features.CacheMount;

namespace EasGen.Core.Tests;

public class CacheMountRules
{
    public static TheoryData<RuleCase> Cases => Book(
        Judge<string>(EAS0480_PathIsGiven, "/storage/1/cache/path", static path => Cached("/models", (CacheMount.Path, path)))
            .Refuses("", "no path")
            .Refuses(" ", "no path")
            .Accepts("/models", "${FOLDER}")
            .Refuses("an unset path", Cached("/models"), "/storage/1/cache/path", "no path"),

        Judge<int>(
            EAS0481_CapacityIsPositive,
            "/storage/1/cache/capacity",
            static capacity => Cached("/models", (CacheMount.Path, "/models"), (CapacityGB, capacity)))
            .Refuses(0)
            .Refuses(-1)
            .Refuses(int.MinValue)
            .Accepts(1, 2, int.MaxValue),

        Judge<string>(EAS0482_PathIsMounted, "/storage/1/cache/path", static path => Cached("/models/", (CacheMount.Path, path)))
            .Refuses("/model")
            .Refuses("/models2")
            .Refuses("/fast")
            .Refuses("/")
            .Accepts("/models", "/models/", "/models/iris", "${FOLDER}", "")
            .Accepts("a mount whose folder is not known yet", Cached("${FOLDER}", (CacheMount.Path, "/models")))
            .Accepts(
                "a mount that EasGen does not know",
                Cached("/data", (CacheMount.Path, "/code")).With(
                    RawSetting.FeatureType,
                    (RawSetting.Pointer, "/storage/2"),
                    (RawSetting.Json, """{"code_source":{},"mount_path":"/code"}""")))
            .Refuses(
                "a cache alone",
                Valid.With(CacheMount.FeatureType, (CacheMount.Path, "/fast"), (Mount.MountPath, "/fast")),
                "/storage/0/cache/path",
                "'/fast'"));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    private static Service Cached(string folder, params (Setting, object)[] settings) => Valid
        .With(OssMount.FeatureType, (OssMount.Path, "oss://b/m/"), (Mount.MountPath, folder))
        .With(CacheMount.FeatureType, [(Mount.MountPath, "/fast"), .. settings]);
}
