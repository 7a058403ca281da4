using EasGen.Core.Features;
using static EasGen.Core.Features.Mount;

namespace EasGen.Core.Tests;

public class MountRules
{
    public static TheoryData<RuleCase> Cases => Book(
        Judge<string>(EAS0401_MountPathIsAbsolute, "/storage/0/mount_path", static path => At(path))
            .Refuses("", "no mount path")
            .Refuses("models", Use("/models"))
            .Refuses("./models", "not absolute")
            .Refuses(" /models", "not absolute")
            .Refuses("C:\\models", "not absolute")
            .Accepts("/models", "/", "${ROOT}", "${ROOT}/models", "models/${NAME}")
            .Refuses("an unset path", Valid.With(OssMount.Path, "oss://b/c/"), "/storage/0/mount_path", "no mount path"),

        Judge(EAS0402_MountPathsAreApart)
            .Refuses("the same folder", At("/models", "/models"), "/storage/1/mount_path", "'/models'")
            .Refuses("the same folder with a slash", At("/models", "/models/"), "/storage/1/mount_path", "'/models/'")
            .Refuses("a folder in the first", At("/models", "/models/iris"), "/storage/1/mount_path", "'/models/iris'")
            .Refuses("a folder around the first", At("/models/iris", "/models"), "/storage/1/mount_path", "'/models/iris'")
            .Refuses("the third in the first", At("/a", "/b", "/a/c"), "/storage/2/mount_path", "'/a/c'")
            .Accepts("one folder", At("/models"))
            .Accepts("two folders", At("/models", "/data"))
            .Accepts("a folder whose name begins with the other", At("/models", "/models2"))
            .Accepts("two empty paths", At("", ""))
            .Accepts("a folder beside the root, which has a rule of its own", At("/", "/models")),

        Judge<string>(EAS0403_MountPathIsFree, "/storage/0/mount_path", static path => At(path))
            .Refuses("/")
            .Refuses("//")
            .Refuses("/bin")
            .Refuses("/sbin")
            .Refuses("/etc")
            .Refuses("/usr/")
            .Refuses("/lib")
            .Refuses("/lib64")
            .Refuses("/proc")
            .Refuses("/sys")
            .Refuses("/dev")
            .Accepts("/dev/shm", "/usr/share/models", "/binary", "/models", "/ETC", "", "${ROOT}"),

        Judge(EAS0404_MountHasOneSource)
            .RefusesJson("""{"storage": [{"mount_path": "/models"}]}""", "/storage/0", "no source")
            .RefusesJson("""{"storage": [{}]}""", "/storage/0", "no source")
            .RefusesJson("""{"storage": [{"oss": {"path": "oss://b/c/"}, "mount_path": "/m", "nfs": {}}]}""", "/storage/0", "(oss, nfs)")
            .AcceptsJson("""{"storage": [{"oss": {"path": "oss://b/c/"}, "mount_path": "/m"}]}""")
            .AcceptsJson("""{"storage": [{"code_source": {"id": "1"}, "mount_path": "/m"}]}"""),

        Judge(EAS0110_KindIsDocumented)
            .RefusesJson("""{"storage": [{"code_source": {"id": "1"}, "mount_path": "/m"}]}""", "/storage/0/code_source", "'code_source'")
            .AcceptsJson("""{"storage": [{"code_source": "1", "mount_path": "/m"}]}""")
            .AcceptsJson("""{"storage": [{"cpfss": {"path": "/"}, "mount_path": "/m"}]}""")
            .AcceptsJson("""{"storage": [{"oss": {"path": "oss://b/c/"}, "code_source": {}, "mount_path": "/m"}]}"""));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    private static Service At(params string[] paths) =>
        paths.Aggregate(
            Valid,
            static (service, path) => service.With(OssMount.FeatureType, (OssMount.Path, "oss://acme/iris/"), (MountPath, path)));
}
