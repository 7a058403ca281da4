using System.Text.RegularExpressions;

namespace EasGen.Core.Features;

/// <summary>What the service is called and what kind of service it is.</summary>
internal static class EasService
{
    public static readonly StringSetting Name = new("Name", "metadata/name")
    {
        Pattern = "^[a-z0-9_-]+$",
        Console = ConsoleParameters.ServiceName,
    };
    public static readonly IntegerSetting Instances = new("Instances", "metadata/instance")
    {
        Minimum = 0,
        Written = 1,
        Console = ConsoleParameters.Instances,
    };
    public static readonly StringSetting WorkspaceId = new("WorkspaceId", "metadata/workspace_id") { TakesNumbers = true };
    public static readonly StringSetting Group = new("Group", "metadata/group") { Console = ConsoleParameters.LlmRouter };
    public static readonly StringSetting Type = new("Type", "metadata/type");
    public static readonly StringSetting Region = new("Region", "metadata/region");
    public static readonly BooleanSetting WebApp = new("WebApp", "metadata/enable_webservice")
    {
        Console = ConsoleParameters.EnableWebApplication,
    };
    public static readonly BooleanSetting Grpc = new("Grpc", "metadata/enable_grpc") { Console = ConsoleParameters.EnableGrpc };
    public static readonly BooleanSetting DynamicParameters = new("DynamicParameters", "features/eas.aliyun.com~1enable-properties")
    {
        On = JsonNode.String("true"),
        Off = JsonNode.String("false"),
        IsStrict = true,
    };

    public static readonly BooleanSetting Probes = new("Probes", null);

    // Those of the reference, and those that the API lists.
    private static readonly string[] Types =
    [
        "Async", "LLMGatewayService", "SDCluster", "ScalableJob", "ScalableJobService", "Standard", "Queue", "LLM", "RAG",
        "Serverless", "OfflineTask", "AssistantJob",
    ];

    // Their requests wait in a queue until an instance is there, or nothing is asked of them.
    private static readonly string[] Queued = ["Async", "Queue", "ScalableJob", "ScalableJobService", "OfflineTask"];

    public static readonly Rule EAS0101_NameHasAllowedCharacters = Rule.Error(
        "EAS0101",
        "Service name is missing or has characters that EAS refuses")
        .When(static service =>
        {
            var name = service.One(Name)?[Name];
            if (string.IsNullOrEmpty(name))
                service.Report("/metadata/name", "The service has no name; give it one of lower-case letters, digits and underscores");
            else if (!Name.Matches(name!))
                service.Report(
                    "/metadata/name",
                    $"The service name '{name}' may only contain lower-case letters, digits and underscores",
                    Cleaned(name!));
        });

    public static readonly Rule EAS0102_NameHasNoHyphen = Rule.Warning("EAS0102", "Service name has a hyphen, about which sources disagree")
        .Each(Name, static name => name.IndexOf('-') < 0 || !Name.Matches(name)
            ? null
            : new(
                $"The service name '{name}' has a hyphen, which the EAS naming rule does not allow; use an underscore",
                Fix.Use(name.Replace('-', '_'))));

    public static readonly Rule EAS0103_NameStartsWithLetter = Rule.Warning("EAS0103", "Service name does not start with a letter")
        .Each(Name, static name => name.Length == 0 || name[0] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z')
            ? null
            : new($"The service name '{name}' does not start with a letter; start it with one, as every documented name does"));

    public static readonly Rule EAS0104_NameHasAllowedLength = Rule.Error("EAS0104", "Service name is too short or too long")
        .Each(Name, static name => name.Length is 0 or (>= 3 and <= 63)
            ? null
            : new($"The service name '{name}' has {name.Length} {(name.Length == 1 ? "character" : "characters")}; use 3 to 63"));

    public static readonly Rule EAS0105_InstancesAreNotNegative = Rule.Error(
        "EAS0105",
        "Number of instances is negative").Bounds(Instances);

    public static readonly Rule EAS0106_InstancesAreGiven = Rule.Warning("EAS0106", "Number of instances is missing")
        .When(static service =>
        {
            if (service.One(Name)?[Instances] is null && !RawSetting.IsSaid(service, "/metadata/instance"))
                service.Report(
                    "/metadata/instance",
                    $"{Instances} is missing, and sources disagree about its default; set it, for example to 1",
                    Fix.Use(1));
        });

    public static readonly Rule EAS0107_SomethingRuns = Rule.Error("EAS0107", "Service has nothing to run")
        .When(static service =>
        {
            // The router brings its own image.
            if (!service.Has(Container.FeatureType) && !Processor.IsIn(service) && KindOf(service) is not "LLMGatewayService")
                service.Report(
                    "/containers",
                    "The service has no container and no processor, so there is nothing to run; "
                    + "add a container with its image, or a processor");
        });

    public static readonly Rule EAS0108_TypeIsKnown = Rule.Warning("EAS0108", "Service type is not known")
        .Each(Type, static type => type.Length == 0 || Array.IndexOf(Types, type) >= 0
            ? null
            : new(
                $"The service type '{type}' is not known; use one of {string.Join(", ", Types)}, or leave it out for an ordinary service"));

    public static readonly Rule EAS0109_WebAppAnswersAtOnce = Rule.Warning("EAS0109", "Web application cannot answer")
        .When(WebApp, static service =>
        {
            if (service.One(WebApp) is not { } web || web[WebApp] is not true)
                return;
            if (KindOf(service) is "Async")
                service.Report(
                    web.At(WebApp),
                    $"An asynchronous service puts requests into a queue and cannot answer with a web page; remove {WebApp}",
                    Fix.Remove.Certainly());
            else if (!service.Has(Container.FeatureType) && Processor.IsIn(service))
                service.Report(
                    web.At(WebApp),
                    $"A processor has no web page to show; remove {WebApp}, or deploy an image that has one",
                    Fix.Remove);
        });

    public static readonly Rule EAS0111_SeveralInstances = Rule.Info("EAS0111", "Service has a single instance")
        .When(Name, static service =>
        {
            if (service.One(Name) is not { } self
                || self[Instances] is not 1
                || service.Has(Autoscale.Min)
                || service.Has(TaskMode.WorkloadType))
                return;
            if (Array.IndexOf(Queued, KindOf(service)) < 0)
                service.Report(
                    self.At(Instances),
                    $"With {Instances.Is(1)}, no instance answers while the only one is replaced or fails; "
                    + $"use 2 or more, as EAS recommends");
        });

    public static readonly FeatureType FeatureType = new(
        "EasService",
        "",
        [Name, Instances, WorkspaceId, Group, Type, Region, WebApp, Grpc, DynamicParameters, Probes])
    {
        Arguments = 1,
    };

    public static readonly Rule[] Rules =
    [
        EAS0101_NameHasAllowedCharacters, EAS0102_NameHasNoHyphen, EAS0103_NameStartsWithLetter,
        EAS0104_NameHasAllowedLength, EAS0105_InstancesAreNotNegative, EAS0106_InstancesAreGiven,
        EAS0107_SomethingRuns, EAS0108_TypeIsKnown, EAS0109_WebAppAnswersAtOnce, EAS0111_SeveralInstances,
    ];

    /// <summary>The kind of the service, whether somebody wrote it or another feature brings it; null when nobody says it.</summary>
    public static string? KindOf(Inspection service) => service.Once(Kinds).FirstOrDefault();

    private static string[] Kinds(Inspection service)
    {
        foreach (var feature in service.Features)
        {
            if (feature.Place.Start.Length > 0)
                continue;
            foreach (var setting in feature.Type.Settings)
            {
                if (setting.Path == Type.Path && feature.Feature.Value(setting) is string { Length: > 0 } kind)
                    return [kind];
            }
        }
        return [];
    }

    // IrisClassifier becomes iris_classifier.
    private static Fix? Cleaned(string name)
    {
        var words = Regex.Replace(name, "(?<=[a-z0-9])(?=[A-Z])", "_", RegexOptions.CultureInvariant).ToLowerInvariant();
        var cleaned = Regex.Replace(words, "[^a-z0-9]+", "_", RegexOptions.CultureInvariant).Trim('_');
        return cleaned.Length is >= 3 and <= 63 ? Fix.Use(cleaned) : null;
    }
}
