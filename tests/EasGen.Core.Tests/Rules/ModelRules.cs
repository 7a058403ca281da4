using EasGen.Core.Features;
using static EasGen.Core.Features.Model;

namespace EasGen.Core.Tests;

public class ModelRules
{
    public static TheoryData<RuleCase> Cases => Book(
        Judge<string>(EAS0316_PathIsReachable, "/model_path", static path => Running.With(Model.Path, path))
            .Refuses("/models/mnist")
            .Refuses("models/mnist.tar.gz")
            .Refuses("oss://")
            .Refuses("oss:///mnist/")
            .Refuses("ftp://acme.com/mnist.tar.gz")
            .Accepts(
                "oss://b/mnist/",
                "oss://b",
                "http://b.oss-cn-shanghai.aliyuncs.com/m.tar.gz",
                "https://acme.com/m.zip",
                "${MODEL}",
                ""),

        Judge(EAS0317_ConfigHasNoSecret)
            .Refuses(
                "a secret",
                Told("""{"access_key_secret": "hidden"}"""),
                "/model_config/access_key_secret",
                "'model_config.access_key_secret'")
            .Refuses(
                "a secret further in",
                Told("""{"stores": [{"featuredb_password": "hidden"}]}"""),
                "/model_config/stores/0/featuredb_password",
                "'model_config.stores[0].featuredb_password'")
            .Refuses(
                "one of two",
                Told("""{"access_key_id": "a", "featuredb_passwd": "${B}"}"""),
                "/model_config/access_key_id",
                "${ACCESS_KEY_ID}")
            .Accepts("a placeholder", Told("""{"access_key_secret": "${ACCESS_KEY_SECRET}"}"""))
            .Accepts("an empty secret", Told("""{"access_key_secret": ""}"""))
            .Accepts("other settings", Told("""{"fg_mode": "normal", "fg_threads": 8, "region": "cn-shanghai"}"""))
            .Accepts("a text", Told("access_key_secret"))
            .Accepts("no configuration", Running));

    private static Service Running =>
        Valid.Without(Features.Container.FeatureType).With(Processor.Code, "pmml").With(Model.Path, "oss://b/m/");

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    private static Service Told(string config) => Running.With(Config, config);
}
