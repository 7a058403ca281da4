namespace EasGen.Core.Features;

/// <summary>A processor that EAS brings along. Like one of your own it runs a model instead of an image.</summary>
internal static class Processor
{
    public static readonly StringSetting Code = new("Code", "processor")
    {
        Pattern = @"^[a-z0-9_.\-]*$",
        Console = ConsoleParameters.ProcessorType,
    };

    // EAS adds versions, of these two most of all.
    private static readonly LazyRegex Families = new(@"^easyrec-(?:torch-)?\d+(?:\.\d+)*\z");

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "pmml", "parameter_sever", "alink_pai_processor", "xnn_cpu", "xgboost", "onnx_cu100", "mediaflow", "triton",
        "tensorflow_cpu", "tensorflow_cpu_1.12", "tensorflow_cpu_1.14", "tensorflow_cpu_1.15", "tensorflow_cpu_2.3",
        "tensorflow_cpu_2.4", "tensorflow_cpu_2.7",
        "tensorflow_gpu_1.12", "tensorflow_gpu_1.14", "tensorflow_gpu_1.15", "tensorflow_gpu_2.4", "tensorflow_gpu_2.7",
        "pytorch_cpu_1.6", "pytorch_cpu_1.7", "pytorch_cpu_1.9", "pytorch_cpu_1.10", "pytorch_gpu_1.6", "pytorch_gpu_1.7",
        "pytorch_gpu_1.9", "pytorch_gpu_1.10",
        "caffe_cpu", "caffe_gpu", "blade_cpu", "blade_cuda10.0_beta",
        "easy_vision_cpu_tf1.12_torch151", "easy_vision_gpu_tf1.12_torch151", "easytransfer_cpu", "easytransfer_gpu", "easynlp", "easycv",
    };

    public static readonly Rule EAS0301_CodeHasAllowedCharacters = Rule.Error(
        "EAS0301",
        "Processor code has characters that are not allowed")
        .Each(Code, static code => Code.Matches(code)
            ? null
            : new(
                $"The processor code '{code}' may only contain lower-case letters, digits, '_', '.' and '-'; "
                + $"write one such as tensorflow_cpu_2.7",
                code.ToLowerInvariant() is var lower && IsKnown(lower) ? Fix.Use(lower).Certainly() : null));

    public static readonly Rule EAS0302_CodeIsKnown = Rule.Warning("EAS0302", "Processor code is not known")
        .Each(Code, static code => code.Length == 0 || !Code.Matches(code) || IsKnown(code)
            ? null
            : new($"'{code}' is not a documented processor code; check its spelling, or keep it if EAS has added it since"));

    public static readonly Rule EAS0303_ModelTypeIsGiven = Rule.Error("EAS0303", "Processor lacks the model type")
        .When(Code, static service =>
        {
            if (service.One(Code) is { } processor
                && processor[Code] is { } code
                && NeedsModelType(code)
                && IsEmpty(service.One(Model.Config)?[Model.Config]))
                service.Report(
                    processor.At(Code),
                    $"The processor '{code}' needs the type of the model; "
                    + $"set it in {new Wording("Config of [Model]", Model.Config.For(Audience.Json))}");
        });

    public static readonly Rule EAS0304_ModelIsGiven = Rule.Error("EAS0304", "Processor has no model")
        .When(Code, static service =>
        {
            if (service.One(Code) is { } processor && IsIn(processor) && string.IsNullOrWhiteSpace(service.One(Model.Path)?[Model.Path])
                && !service.Has(Mount.MountPath) && !Mount.HasUnknown(service))
                service.Report(
                    processor.At(Code),
                    $"The processor '{processor[Code]}' has no model; "
                    + $"add {Model.FeatureType:[]} with its path, or mount the folder that holds it");
        });

    public static readonly Rule EAS0305_BuiltInOrCustom = Rule.Error("EAS0305", "Service has both a built-in and a custom processor")
        .When(Code, static service =>
        {
            if (service.One(Code) is { } processor && IsIn(processor) && CustomProcessor.IsIn(service))
                service.Report(
                    processor.At(Code),
                    $"The service has the built-in processor '{processor[Code]}' and a custom one; keep one of them",
                    Fix.Remove);
        });

    public static readonly Rule EAS0306_ContainersOrProcessor = Rule.Error("EAS0306", "Service has both a container and a processor")
        .When(static service =>
        {
            if (!service.Has(Container.FeatureType))
                return;
            if (service.One(Code) is { } processor && IsIn(processor))
                service.Report(
                    processor.At(Code),
                    $"The service has a container and the processor '{processor[Code]}'; keep one of them",
                    Fix.Remove);
            if (CustomProcessor.First(service) is { } custom)
                service.Report(custom.Processor.At(custom.Part), "The service has a container and a custom processor; keep one of them");
        });

    public static readonly Rule EAS0307_SettingHasContainer = Rule.Error("EAS0307", "Container setting on a processor deployment")
        .When(static service =>
        {
            if (!IsIn(service) || service.Has(Container.FeatureType))
                return;
            foreach (var setting in service.All(FeatureType.ContainerIndex)
                .Where(static setting => setting[FeatureType.ContainerIndex] is null && !Probe.IsProbe(setting.Type)))
            {
                var instead = setting.Type == EnvironmentVariable.FeatureType
                    ? (Message)$", or use {ProcessorVariable.FeatureType:[]}"
                    : "";
                service.Report(
                    setting.Pointer,
                    $"A processor runs without a container, so {setting.Type:[]} has no effect; remove it{instead}");
            }
        });

    public static readonly Rule EAS0308_ConfigHasType = Rule.Warning("EAS0308", "Model configuration lacks the key 'type'")
        .When(static service =>
        {
            if (service.One(Code)?[Code] is { } code
                && NeedsModelType(code)
                && service.One(Model.Config) is { } model
                && !IsEmpty(model[Model.Config])
                && !MayHaveType(model[Model.Config]!))
                service.Report(
                    model.At(Model.Config),
                    $"The processor '{code}' needs the type of the model; "
                    + $"write it as \"type\" in an object, such as {{\"type\": \"text_classify_predict\"}}");
        });

    public static readonly Rule EAS0310_ProbeHasContainer = Rule.Warning("EAS0310", "Probe on a processor deployment")
        .When(static service =>
        {
            if (!IsIn(service))
                return;
            foreach (var probe in service.All(Probe.Path))
                service.Report(probe.Pointer, "EAS probes only containers, and a processor runs without one; remove the probe", Fix.Remove);
        });

    public static readonly FeatureType FeatureType = new("Processor", "", [Code]) { Arguments = 1 };

    public static readonly Rule[] Rules =
    [
        EAS0301_CodeHasAllowedCharacters, EAS0302_CodeIsKnown, EAS0303_ModelTypeIsGiven, EAS0304_ModelIsGiven,
        EAS0305_BuiltInOrCustom, EAS0306_ContainersOrProcessor, EAS0307_SettingHasContainer, EAS0308_ConfigHasType,
        EAS0310_ProbeHasContainer,
    ];

    /// <summary>
    /// True when the service has a processor, built-in or its own. The documentation's own full example writes empty texts
    /// for what is not used.
    /// </summary>
    public static bool IsIn(Inspection service) => (service.One(Code) is { } processor && IsIn(processor)) || CustomProcessor.IsIn(service);

    private static bool IsIn(AddressedFeature processor) => !string.IsNullOrWhiteSpace(processor[Code]);

    private static bool IsKnown(string code) => Known.Contains(code) || Families.IsMatch(code);

    private static bool NeedsModelType(string code) =>
        code is "easynlp" or "easycv"
            || code.StartsWith("easy_vision_", StringComparison.Ordinal)
            || code.StartsWith("easytransfer_", StringComparison.Ordinal);

    private static bool MayHaveType(string config) => JsonParser.Parse(config, out _) is { Kind: JsonKind.Object } json
        ? json.Find("type") is not null
        : Placeholder.IsIn(config);

    private static bool IsEmpty(string? config) => string.IsNullOrWhiteSpace(config) || config!.Trim() == "{}";
}
