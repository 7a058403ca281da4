using EasGen.Core.Checking;
using EasGen.Core.Features;
using static EasGen.Core.Features.Processor;

namespace EasGen.Core.Tests;

public class ProcessorRules
{
    private static readonly Service Custom = Valid.Without(Features.Container.FeatureType)
        .With(CustomProcessor.Language, "python")
        .With(CustomProcessor.Package, "oss://b/p.tar.gz")
        .With(CustomProcessor.MainFile, "app.py");

    public static TheoryData<RuleCase> Cases => Book(
        Judge<string>(EAS0301_CodeHasAllowedCharacters, "/processor", Running)
            .Refuses("PMML", Use("pmml"))
            .Refuses("EasyRec-2.4", Use("easyrec-2.4"))
            .Refuses("TensorFlow")
            .Refuses("tensorflow cpu")
            .Refuses("处理器")
            .Accepts("pmml", "tensorflow_cpu_2.7", "easyrec-torch-1.0", "new_one", "", "${PROCESSOR}"),

        Judge<string>(EAS0302_CodeIsKnown, "/processor", Running)
            .Refuses("tensorflow_cpu_27")
            .Refuses("parameter_server")
            .Refuses("easyrec")
            .Refuses("easyrec-torch-")
            .Refuses("easyrec-2.4-beta")
            .Accepts(
                "pmml",
                "parameter_sever",
                "tensorflow_cpu",
                "tensorflow_gpu_2.7",
                "pytorch_cpu_1.10",
                "blade_cuda10.0_beta",
                "easy_vision_gpu_tf1.12_torch151",
                "xgboost",
                "triton")
            .Accepts("easyrec-1.5", "easyrec-3.0", "easyrec-torch-0.1", "easyrec-torch-2.12", "easyrec-4")
            .Accepts("PMML", "${PROCESSOR}", ""),

        Judge<string>(EAS0303_ModelTypeIsGiven, "/processor", Running)
            .Refuses("easynlp")
            .Refuses("easycv")
            .Refuses("easytransfer_cpu")
            .Refuses("easytransfer_gpu")
            .Refuses("easy_vision_cpu_tf1.12_torch151")
            .Refuses("easy_vision_gpu_tf1.12_torch151")
            .Accepts("pmml", "easyrec-2.4", "tensorflow_cpu", "")
            .Refuses("an empty text", Running("easynlp").With(Model.Config, ""), "/processor", "'easynlp'")
            .Refuses("an empty object", Running("easynlp").With(Model.Config, "{}"), "/processor", "'easynlp'")
            .Accepts("a text", Running("easynlp").With(Model.Config, "text_match"))
            .Accepts("an object", Running("easynlp").With(Model.Config, """{"type": "text_match"}"""))
            .Accepts("a placeholder", Running("easynlp").With(Model.Config, "${CONFIG}")),

        Judge(EAS0304_ModelIsGiven)
            .Refuses("no model", Modelless("pmml"), "/processor", "'pmml'")
            .Refuses("a model without a path", Modelless("pmml").With(Model.Path, ""), "/processor", "'pmml'")
            .Refuses("a model with an entry alone", Modelless("pmml").With(Model.Entry, "lr.pmml"), "/processor", "'pmml'")
            .Accepts("a model", Running("pmml"))
            .Accepts("a placeholder", Modelless("pmml").With(Model.Path, "${MODEL}"))
            .Accepts("a mounted folder", Modelless("easyrec-torch-2.4").With(NasMount.FeatureType, (Mount.MountPath, "/models")))
            .Accepts(
                "a mount that EasGen does not know",
                Modelless("pmml").With(
                    RawSetting.FeatureType,
                    (RawSetting.Pointer, "/storage/0"),
                    (RawSetting.Json, """{"registry":{},"mount_path":"/models"}""")))
            .Accepts("an empty code", Modelless(""))
            .Accepts("a custom processor, which may have none", Custom),

        Judge(EAS0305_BuiltInOrCustom)
            .Refuses("both", Custom.With(Code, "pmml").With(Model.Path, "oss://b/m/"), "/processor", "'pmml'", Remove)
            .Refuses("a main class beside a code", Running("pmml").With(CustomProcessor.MainClass, "A"), "/processor", "'pmml'", Remove)
            .Accepts("a built-in one", Running("pmml"))
            .Accepts("a built-in one and empty texts", Running("pmml").With(CustomProcessor.Language, "").With(CustomProcessor.Package, ""))
            .Accepts("a custom one and an empty code", Custom.With(Code, "")),

        Judge(EAS0306_ContainersOrProcessor)
            .Refuses("a built-in one", Valid.With(Code, "pmml").With(Model.Path, "oss://b/m/"), "/processor", "'pmml'", Remove)
            .Refuses("a package", Valid.With(CustomProcessor.Package, "oss://b/p.tar.gz"), "/processor_path", "custom processor")
            .Refuses("a language", Valid.With(CustomProcessor.Language, "java"), "/processor_type", "custom processor")
            .Refuses(
                "a main file",
                Valid.With(CustomProcessor.MainFile, "app.py").With(CustomProcessor.Package, ""),
                "/processor_entry",
                "custom processor")
            .Refuses("a main class", Valid.With(CustomProcessor.MainClass, "A"), "/processor_mainclass", "custom processor")
            .Accepts(
                "empty texts",
                Valid.With(Code, "")
                    .With(CustomProcessor.Language, "")
                    .With(CustomProcessor.Package, "")
                    .With(CustomProcessor.MainFile, "")
                    .With(CustomProcessor.MainClass, ""))
            .Accepts("a container alone", Valid)
            .Accepts("a processor alone", Running("pmml")),

        Judge(EAS0307_SettingHasContainer)
            .Refuses("a variable", Running("pmml").With(Variable), "/containers/0/env/0", "[ProcessorVariable]")
            .Refuses(
                "Python libraries",
                Custom.With(PythonLibraries.FeatureType, (PythonLibraries.RequirementsFile, "/r.txt")),
                "/containers/0/prepare",
                "[PythonLibraries]")
            .Accepts("a probe, which has a rule of its own", Running("pmml").With(Probe.Startup, (Probe.Path, "/")))
            .Accepts(
                "a container that is told, which has a rule of its own",
                Running("pmml").With(Variable.Set(ServiceModel.FeatureType.ContainerIndex, 0)))
            .Accepts("a variable of a container", Valid.With(Variable))
            .Accepts("a variable of nothing", Valid.Without(Features.Container.FeatureType).With(Variable)),

        Judge<string>(EAS0308_ConfigHasType, "/model_config", static config => Running("easynlp").With(Model.Config, config))
            .Refuses("text_match", "'easynlp'")
            .Refuses("""["type"]""", "'easynlp'")
            .Refuses("""{"model_type": "text_match"}""", "'easynlp'")
            .Refuses("""{"Type": "text_match"}""", "'easynlp'")
            .Refuses("""{"model": {"type": "text_match"}}""", "'easynlp'")
            .Refuses("""{"name": "${NAME}"}""", "'easynlp'")
            .Accepts("""{"type": "text_match"}""", """{"a": 1, "type": "${TYPE}"}""", "${CONFIG}", "", "{}")
            .Refuses(
                "another processor of the six",
                Running("easy_vision_gpu_tf1.12_torch151").With(Model.Config, """{"a": 1}"""),
                "/model_config",
                "'easy_vision_gpu_tf1.12_torch151'")
            .Accepts("another processor", Running("pmml").With(Model.Config, """{"a": 1}"""))
            .Accepts("no configuration, which another rule refuses", Running("easycv")),

        Judge(EAS0310_ProbeHasContainer)
            .Refuses(
                "a built-in processor",
                Running("pmml").With(Probe.Startup, (Probe.Path, "/")),
                "/containers/0/startup_check",
                "probe",
                Remove)
            .Refuses(
                "a custom processor",
                Custom.With(Probe.Liveness, (Probe.TcpPort, 8000)),
                "/containers/0/liveness_check",
                "probe",
                Remove)
            .Accepts("a container", Valid.With(Probe.Startup, (Probe.Path, "/")))
            .Accepts("a processor without probes", Running("pmml")));

    private static Feature Variable =>
        A(EnvironmentVariable.FeatureType, (EnvironmentVariable.Name, "A"), (EnvironmentVariable.Value, "1"));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    [Fact]
    public void A_processor_with_its_model_has_no_findings() => Assert.Empty(ServiceRules.Check(Running("tensorflow_cpu_2.7")));

    [Fact]
    public void A_custom_processor_has_no_findings() => Assert.Empty(ServiceRules.Check(Custom));

    private static Service Modelless(string code) => Valid.Without(Features.Container.FeatureType).With(Code, code);

    private static Service Running(string code) => Modelless(code).With(Model.Path, "oss://b/m/");
}
