using EasGen.Core.Features;
using static EasGen.Core.Features.EnvironmentVariable;

namespace EasGen.Core.Tests;

public class EnvironmentVariableRules
{
    public static TheoryData<RuleCase> Cases => Book(
        Judge(EAS0220_VariableHasName)
            .Refuses("an empty name", Valid.With(Variable("", "1")), "/containers/0/env/0/name", "no name")
            .Refuses("an unset name", Valid.With(EnvironmentVariable.FeatureType, (Value, "1")), "/containers/0/env/0/name", "no name")
            .Refuses(
                "the second without a name",
                Valid.With(Variable("A", "1")).With(Variable("", "1")),
                "/containers/0/env/1/name",
                "no name")
            .Accepts("a name", Valid.With(Variable("A", "1"))),

        Judge(EAS0226_VariableHasValue)
            .Refuses("an unset value", Valid.With(EnvironmentVariable.FeatureType, (Name, "A")), "/containers/0/env/0/value", "'A'")
            .RefusesJson(
                """{"containers": [{"env": [{"name": "A", "value": null}]}]}""",
                "/containers/0/env/0/value",
                "'A' has no value")
            .Accepts("an empty value", Valid.With(Variable("A", "")))
            .Accepts("a value", Valid.With(Variable("A", "1"))),

        Judge(EAS0221_VariableIsGivenOnce)
            .Refuses(
                "a name given twice",
                Valid.With(Variable("A", "1")).With(Variable("A", "2")),
                "/containers/0/env/1/name",
                "'A'",
                Remove)
            .Refuses(
                "the third of three",
                Valid.With(Variable("A", "1")).With(Variable("B", "1")).With(Variable("A", "1")),
                "/containers/0/env/2/name",
                "'A'",
                Remove)
            .Refuses(
                "a name given twice in another container",
                Valid.With(Container.FeatureType, (Container.Image, "b:1"))
                    .With(Variable("A", "1"))
                    .With(Variable("A", "1").Set(ServiceModel.FeatureType.ContainerIndex, 1))
                    .With(Variable("A", "2").Set(ServiceModel.FeatureType.ContainerIndex, 1)),
                "/containers/1/env/1/name",
                "'A'",
                Remove)
            .Accepts("names that differ in case", Valid.With(Variable("A", "1")).With(Variable("a", "1")))
            .Accepts("two without a name", Valid.With(Variable("", "1")).With(Variable("", "1")))
            .Accepts(
                "one in each container",
                Valid.With(Container.FeatureType, (Container.Image, "b:1"))
                    .With(Variable("A", "1"))
                    .With(Variable("A", "1").Set(ServiceModel.FeatureType.ContainerIndex, 1))),

        Judge<string>(EAS0222_SecretIsPlaceholder, "/containers/0/env/0/value", static name => Valid.With(Variable(name, "s3cr3t")))
            .Refuses("OPENAI_API_KEY", Use("${OPENAI_API_KEY}"))
            .Refuses("ALIBABA_CLOUD_ACCESS_KEY_ID", Use("${ALIBABA_CLOUD_ACCESS_KEY_ID}"))
            .Refuses("CLIENT_SECRET", Use("${CLIENT_SECRET}"))
            .Refuses("HF_TOKEN", Use("${HF_TOKEN}"))
            .Refuses("TOKEN", Use("${TOKEN}"))
            .Refuses("db_password", Use("${db_password}"))
            .Refuses("DB_PASSWD", Use("${DB_PASSWD}"))
            .Refuses("DB_PWD", Use("${DB_PWD}"))
            .Refuses("GOOGLE_CREDENTIALS", Use("${GOOGLE_CREDENTIALS}"))
            .Refuses("AccessKeySecret", Use("${AccessKeySecret}"))
            .Refuses("apiKey", Use("${apiKey}"))
            .Refuses("accessToken", Use("${accessToken}"))
            .Accepts("CACHE_KEY", "KEY", "MONKEY", "KEYBOARD", "MAX_TOKENS", "TOKENIZER", "")
            .Refuses(
                "a processor's variable",
                Valid.With(ProcessorVariable.FeatureType, (ProcessorVariable.Name, "API_KEY"), (ProcessorVariable.Value, "s3cr3t")),
                "/processor_envs/0/value",
                "'API_KEY'",
                Use("${API_KEY}"))
            .Accepts("a placeholder", Valid.With(Variable("API_KEY", "${API_KEY}")))
            .Accepts("a placeholder within text", Valid.With(Variable("API_KEY", "Bearer ${KEY}")))
            .Accepts("an empty value", Valid.With(Variable("API_KEY", "")))
            .Accepts("an unset value", Valid.With(EnvironmentVariable.FeatureType, (Name, "API_KEY"))));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    private static Feature Variable(string name, string value) => A(EnvironmentVariable.FeatureType, (Name, name), (Value, value));
}
