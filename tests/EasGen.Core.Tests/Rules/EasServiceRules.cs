using EasGen.Core.Features;
using static EasGen.Core.Features.EasService;

namespace EasGen.Core.Tests;

public class EasServiceRules
{
    public static TheoryData<RuleCase> Cases => Book(
        Judge<string>(EAS0101_NameHasAllowedCharacters, "/metadata/name", Named)
            .Refuses("", "no name")
            .Refuses("My-Service", Use("my_service"))
            .Refuses("IrisClassifier", Use("iris_classifier"))
            .Refuses("iris.v2", Use("iris_v2"))
            .Refuses(" iris", Use("iris"))
            .Refuses("iris\n", "iris", Use("iris"))
            .Refuses("鸢尾花")
            .Refuses("ÄÖ")
            .Accepts("iris", "iris_2", "iris-2", "9lives", "${NAME}", "iris_${STAGE}")
            .Refuses("a name that is unset", Valid.With(Name, null), "/metadata/name", "no name")
            .Refuses("no [EasService]", Valid.Without(EasService.FeatureType), "/metadata/name", "no name"),

        Judge<string>(EAS0102_NameHasNoHyphen, "/metadata/name", Named)
            .Refuses("iris-classifier", Use("iris_classifier"))
            .Refuses("iris-classifier-2", Use("iris_classifier_2"))
            .Accepts("iris_classifier", "", "${MY-NAME}", "Iris-Classifier"),

        Judge<string>(EAS0103_NameStartsWithLetter, "/metadata/name", Named)
            .Refuses("2iris")
            .Refuses("_iris")
            .Refuses("鸢尾花")
            .Accepts("a_1", "z_1", "A_1", "Z_1", "", "${NAME}"),

        Judge<string>(EAS0104_NameHasAllowedLength, "/metadata/name", Named)
            .Refuses("a")
            .Refuses("ab")
            .Refuses(new string('a', 64))
            .Refuses(new string('a', 65), "65")
            .Accepts("abc", new('a', 62), new('a', 63), "", "${A}"),

        Judge<int>(EAS0105_InstancesAreNotNegative, "/metadata/instance", static count => Valid.With(Instances, count))
            .Refuses(-1)
            .Refuses(int.MinValue)
            .Accepts(0, 1, int.MaxValue),

        Judge(EAS0106_InstancesAreGiven)
            .Refuses("an unset number", Valid.With(Instances, null), "/metadata/instance", "Instances is missing", Use(1))
            .Refuses(
                "no [EasService]",
                Valid.Without(EasService.FeatureType).With(EasService.Type, "Standard"),
                "/metadata/instance",
                "Instances is missing",
                Use(1))
            .Accepts("0", Valid.With(Instances, 0)),

        Judge(EAS0107_SomethingRuns)
            .Refuses("no container", Valid.Without(Features.Container.FeatureType), "/containers", "no container")
            .Refuses(
                "a processor without a code",
                Valid.Without(Features.Container.FeatureType).With(Processor.Code, ""),
                "/containers",
                "no processor")
            .Refuses(
                "a custom processor of empty texts",
                Valid.Without(Features.Container.FeatureType).With(CustomProcessor.Language, "").With(CustomProcessor.Package, " "),
                "/containers",
                "no processor")
            .Accepts("a processor", Valid.Without(Features.Container.FeatureType).With(Processor.Code, "pmml"))
            .Accepts("a custom processor", Valid.Without(Features.Container.FeatureType).With(CustomProcessor.Language, "cpp"))
            .Accepts(
                "a custom processor of a main class",
                Valid.Without(Features.Container.FeatureType).With(CustomProcessor.MainClass, "A"))
            .Accepts("one container", Valid)
            .Accepts("a router by its type", Valid.Without(Features.Container.FeatureType).With(EasService.Type, "LLMGatewayService"))
            .Accepts("a router", Valid.Without(Features.Container.FeatureType).With(LlmRouter.Type, "LLMGatewayService")),

        Judge<string>(EAS0108_TypeIsKnown, "/metadata/type", static type => Valid.With(EasService.Type, type))
            .Refuses("async")
            .Refuses("Job")
            .Accepts("Async", "LLMGatewayService", "SDCluster", "ScalableJob", "ScalableJobService", "Standard", "", "${TYPE}"),

        Judge(EAS0109_WebAppAnswersAtOnce)
            .Refuses(
                "the type as text",
                Valid.With(EasService.Type, "Async").With(WebApp, true),
                "/metadata/enable_webservice",
                "queue",
                Remove)
            .Refuses(
                "the type as a mark",
                Valid.With(AsyncQueue.Type, "Async").With(WebApp, true),
                "/metadata/enable_webservice",
                "queue",
                Remove)
            .Refuses(
                "a processor",
                Valid.Without(Features.Container.FeatureType).With(Processor.Code, "pmml").With(WebApp, true),
                "/metadata/enable_webservice",
                "processor",
                Remove)
            .Accepts(
                "a processor without a web page",
                Valid.Without(Features.Container.FeatureType).With(Processor.Code, "pmml").With(WebApp, false))
            .Accepts("no web page", Valid.With(EasService.Type, "Async").With(WebApp, false))
            .Accepts("another type", Valid.With(EasService.Type, "SDCluster").With(WebApp, true))
            .Accepts("no type", Valid.With(WebApp, true)),

        Judge<int>(EAS0111_SeveralInstances, "/metadata/instance", static count => Valid.With(Instances, count))
            .Refuses(1, "as EAS recommends")
            .Accepts(-1, 0, 2, 3)
            .Refuses("one of a type", Alone.With(EasService.Type, "Standard"), "/metadata/instance", "as EAS recommends")
            .Refuses("one router", Alone.With(LlmRouter.Type, "LLMGatewayService"), "/metadata/instance", "as EAS recommends")
            .Accepts("an unset number", Valid.With(Instances, null))
            .Accepts("autoscaling", Alone.With(Autoscale.FeatureType, (Autoscale.Min, 1), (Autoscale.Max, 4)))
            .Accepts("a job", Alone.With(TaskMode.WorkloadType, "elasticjob"))
            .Accepts("a queue in front", Alone.With(AsyncQueue.Type, "Async"))
            .Accepts("a queue in front by its type", Alone.With(EasService.Type, "Async"))
            .Accepts("a queue", Alone.With(EasService.Type, "Queue"))
            .Accepts("a scalable job", Alone.With(EasService.Type, "ScalableJob")));

    private static Service Alone => Valid.With(Instances, 1);

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    private static Service Named(string name) => Valid.With(Name, name);
}
