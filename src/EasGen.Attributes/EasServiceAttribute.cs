namespace EasGen;

/// <summary>Makes a class the description of one PAI-EAS service.</summary>
/// <remarks>
/// The build writes <c>eas/&lt;name&gt;.json</c> from this and the other attributes of the class. Only what is set is
/// written. A class with a <see cref="PredictAttribute"/> method is <em>served</em> by EasGen.AspNetCore; its first
/// container gets port 8000 unless it names one, and its three probes are declared.
/// </remarks>
/// <example>
/// <code>
/// [EasService("iris_classifier", Instances = 2)]
/// [Container("registry-vpc.cn-shanghai.aliyuncs.com/acme/iris:1.4", Port = 8000, Command = "dotnet Iris.dll")]
/// [InstanceType("ecs.c7.large")]
/// public sealed partial class IrisClassifier
/// {
///     [Predict]
///     public IrisSpecies Classify(IrisMeasurement measurement) => _model.Predict(measurement);
/// }
/// </code>
/// </example>
/// <param name="name">
/// The name of the service, unique in its region: 3 to 63 lower-case letters, digits and underscores.
/// </param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EasServiceAttribute(string name) : Attribute
{
    /// <summary>
    /// The name of the service, unique in its region: 3 to 63 (EAS0104) lower-case letters, digits and underscores
    /// (EAS0101). JSON: <c>metadata.name</c>. Source: P, SK.
    /// </summary>
    /// <remarks>
    /// A hyphen is a warning, EAS0102, because sources
    /// disagree about it; so is a first character that is not a letter, EAS0103.
    /// </remarks>
    public string Name { get; } = name;

    /// <summary>
    /// How many instances run, 0 or more (EAS0105). Default: 1, which EasGen writes, because sources disagree about
    /// what EAS assumes. JSON: <c>metadata.instance</c>. Source: P, SEED, SK.
    /// </summary>
    /// <remarks>EAS recommends several: 1, where it is written, is the note EAS0111.</remarks>
    public int Instances { get; set; } = 1;

    /// <summary>
    /// The PAI workspace that the service belongs to, an id of digits. Unset: not written. JSON:
    /// <c>metadata.workspace_id</c>. Source: P.
    /// </summary>
    public string? WorkspaceId { get; set; }

    /// <summary>
    /// The service group, chosen at creation and fixed from then on. Clients call
    /// <c>/api/predict/&lt;group&gt;.&lt;service&gt;</c>. Unset: not written; no group. JSON: <c>metadata.group</c>.
    /// Source: LR, SDK (seen in public files only).
    /// </summary>
    public string? Group { get; set; }

    /// <summary>
    /// The kind of service, such as <c>Async</c>, <c>LLMGatewayService</c>, <c>SDCluster</c>, <c>ScalableJob</c> or
    /// <c>ScalableJobService</c>. Unset: not written; an ordinary synchronous service (inferred). JSON:
    /// <c>metadata.type</c>. Source: P, SDW, ROS, API.
    /// </summary>
    /// <remarks>
    /// Another one is the warning EAS0108. <see cref="AsyncQueueAttribute"/> and <see cref="LlmRouterAttribute"/> bring
    /// their type along; a type that is written here wins.
    /// </remarks>
    public string? Type { get; set; }

    /// <summary>
    /// The region of the service, such as <c>cn-shanghai</c>. Unset: not written. JSON: <c>metadata.region</c>. Source:
    /// older examples (seen in public files only).
    /// </summary>
    /// <remarks>
    /// An image or a mount of another region is the warning EAS0212, an image of the Enterprise Edition the note EAS0230.
    /// Public resources in a region that has none are the warning EAS0518.
    /// </remarks>
    public string? Region { get; set; }

    /// <summary>
    /// Whether the service is an AI web application; the image must bring a web page. Default of EAS:
    /// <see langword="false"/>. JSON: <c>metadata.enable_webservice</c>. Source: P, SEED, ROS.
    /// </summary>
    /// <remarks>Not in an asynchronous service or one that runs a processor (the warning EAS0109).</remarks>
    public bool WebApp { get; set; }

    /// <summary>
    /// Whether the gateway passes gRPC on; the program must answer gRPC on its port. Default of EAS:
    /// <see langword="false"/>. JSON: <c>metadata.enable_grpc</c>. Source: P, SEED.
    /// </summary>
    public bool Grpc { get; set; }

    /// <summary>
    /// Whether instances see dynamic parameters, those of <see cref="DynamicParameterAttribute"/> and those that the console
    /// or the configuration API sets. Unset: not written, unless there is a <see cref="DynamicParameterAttribute"/>; an LLM
    /// router has them in any case. JSON: <c>features."eas.aliyun.com/enable-properties"</c>. Source: help page on dynamic
    /// parameters (2026).
    /// </summary>
    /// <remarks><see langword="false"/> beside a dynamic parameter is the warning EAS0665.</remarks>
    public bool DynamicParameters { get; set; }

    /// <summary>
    /// Whether a served class gets the three probes without asking. Default: <see langword="true"/>. Not a key of the
    /// JSON.
    /// </summary>
    /// <remarks><see langword="false"/> leaves only the probes that attributes name.</remarks>
    public bool Probes { get; set; } = true;
}
