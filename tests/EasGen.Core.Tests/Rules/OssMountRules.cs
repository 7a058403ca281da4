using EasGen.Core.Features;
using static EasGen.Core.Features.OssMount;

namespace EasGen.Core.Tests;

public class OssMountRules
{
    public static TheoryData<RuleCase> Cases => Book(
        Judge<string>(EAS0410_PathNamesBucket, "/storage/0/oss/path", Mounted)
            .Refuses("")
            .Refuses("b/models/", Use("oss://b/models/"))
            .Refuses("b/models/?versionId=1")
            .Refuses("/b/models/", Use("oss://b/models/"))
            .Refuses("/")
            .Refuses("oss://")
            .Refuses("oss:///models/")
            .Refuses("OSS://b/models/")
            .Refuses("https://b.oss-cn-shanghai.aliyuncs.com/models/")
            .Refuses("b.oss-cn-shanghai.aliyuncs.com/models/")
            .Refuses(".aliyuncs.com/models/")
            .Refuses(":b/models/")
            .Refuses("${BUCKET/models/")
            .Refuses("${MY-BUCKET}/models/")
            .Accepts("oss://b/models/", "oss://b/", "oss://b", "${MODELS}", "oss://${BUCKET}/models/")
            .Refuses("an unset path", Valid.With(Mount.MountPath, "/models"), "/storage/0/oss/path", "''")
            .Refuses("an empty path of a model", Model(""), "/storage/0/oss/path", "''")
            .Accepts("a model, which the console marks without a path", Model(null)),

        Judge<string>(EAS0411_PathEndsWithSlash, "/storage/0/oss/path", Mounted)
            .Refuses("oss://b/models", Use("oss://b/models/"))
            .Refuses("oss://b/Qwen2.5-7B", Use("oss://b/Qwen2.5-7B/"))
            .Refuses("oss://b/v1.0", Use("oss://b/v1.0/"))
            .Refuses("oss://b/models?versionId=1", "'oss://b/models' is followed by a query")
            .Refuses("oss://b/models/?x-oss-process=a/", "'oss://b/models/' is followed by a query")
            .Refuses("oss://b?x=1", "'oss://b' is followed by a query")
            .Refuses("oss://b/models/iris.ZIP", "looks like a file")
            .Refuses("oss://b/models/llm.gguf", "name the folder, and end it with '/'")
            .Accepts("oss://b/models/", "oss://b/", "b/models", "oss://", "", "oss://b/${FOLDER}"),

        Judge<string>(EAS0412_PathNamesFolder, "/storage/0/oss/path", Mounted)
            .Refuses("oss://b")
            .Refuses("oss://b/")
            .Refuses("oss://b//")
            .Accepts("oss://b/m/", "oss://b/m", "oss://", "b/", "", "oss://${BUCKET}/"),

        Judge<string>(
            EAS0413_EndpointIsInternal,
            "/storage/0/oss/endpoint",
            static endpoint => Mounted("oss://b/m/").With(Endpoint, endpoint))
            .Refuses("oss-cn-beijing.aliyuncs.com", Use("oss-cn-beijing-internal.aliyuncs.com"))
            .Refuses("https://oss-ap-southeast-1.aliyuncs.com/", Use("oss-ap-southeast-1-internal.aliyuncs.com"))
            .Refuses("http://oss-cn-beijing-internal.aliyuncs.com", Use("oss-cn-beijing-internal.aliyuncs.com"))
            .Refuses("oss-internal.aliyuncs.com.evil.com")
            .Refuses("b.oss-cn-beijing-internal.aliyuncs.com")
            .Refuses("cn-beijing")
            .Accepts(
                "oss-cn-beijing-internal.aliyuncs.com",
                "oss-ap-southeast-1-internal.aliyuncs.com",
                "",
                "${ENDPOINT}",
                "oss-${REGION}-internal.aliyuncs.com"));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    private static Service Model(string? path) =>
        Valid.With(A(ModelMount.FeatureType, (Mount.MountPath, "/models")).Set(OssMount.Path, path));

    private static Service Mounted(string path) => Valid.With(OssMount.FeatureType, (OssMount.Path, path), (Mount.MountPath, "/models"));
}
