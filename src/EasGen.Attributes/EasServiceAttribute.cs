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
    /// The name of the service, unique in its region: 3 to 63 lower-case letters, digits and underscores. JSON:
    /// <c>metadata.name</c>.
    /// </summary>
    /// <remarks>
    /// Other characters are the error EAS0101, another length EAS0104. A hyphen is a warning, EAS0102, because sources
    /// disagree about it; so is a first character that is not a letter, EAS0103.
    /// </remarks>
    public string Name { get; } = name;

    /// <summary>
    /// How many instances run, 0 or more (EAS0105). Default: 1, which EasGen writes, because sources disagree about
    /// what EAS assumes. JSON: <c>metadata.instance</c>.
    /// </summary>
    public int Instances { get; set; } = 1;

    /// <summary>
    /// The PAI workspace that the service belongs to, an id of digits. Unset: not written. JSON:
    /// <c>metadata.workspace_id</c>.
    /// </summary>
    public string? WorkspaceId { get; set; }

    /// <summary>
    /// The service group, chosen at creation and fixed from then on. Clients call
    /// <c>/api/predict/&lt;group&gt;.&lt;service&gt;</c>. Unset: no group. JSON: <c>metadata.group</c>, seen in public
    /// files only.
    /// </summary>
    public string? Group { get; set; }

    /// <summary>
    /// The kind of service, such as <c>Async</c>, <c>LLMGatewayService</c>, <c>SDCluster</c>, <c>ScalableJob</c> or
    /// <c>ScalableJobService</c>. Unset: an ordinary synchronous service (inferred). JSON: <c>metadata.type</c>.
    /// </summary>
    public string? Type { get; set; }

    /// <summary>
    /// Whether the service is an AI web application; the image must bring a web page. Default of EAS:
    /// <see langword="false"/>. JSON: <c>metadata.enable_webservice</c>.
    /// </summary>
    public bool WebApp { get; set; }

    /// <summary>
    /// Whether the gateway passes gRPC on; the program must answer gRPC on its port. Default of EAS:
    /// <see langword="false"/>. JSON: <c>metadata.enable_grpc</c>.
    /// </summary>
    public bool Grpc { get; set; }

    /// <summary>
    /// Whether a served class gets the three probes without asking. Default: <see langword="true"/>. Never part of
    /// the JSON; <see langword="false"/> leaves only the probes that attributes name.
    /// </summary>
    public bool Probes { get; set; } = true;
}
