namespace EasGen;

/// <summary>Names the model that a processor runs.</summary>
/// <remarks>
/// JSON: <c>model_path</c> and the settings beside it. It belongs to a <see cref="ProcessorAttribute"/> or a
/// <see cref="CustomProcessorAttribute"/>.
/// </remarks>
/// <example>
/// <code>
/// [Model("oss://acme-models/mnist/", WarmUpData = "oss://acme-models/mnist_request.bin")]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ModelAttribute : Attribute
{
    /// <summary>Says how the processor loads a model that a mount brings.</summary>
    public ModelAttribute()
    {
    }

    /// <summary>Names the model.</summary>
    /// <param name="path">The file or folder in OSS, <c>oss://…</c>, or the address of an archive.</param>
    public ModelAttribute(string path) => Path = path;

    /// <summary>
    /// The file or folder in OSS, <c>oss://…</c>, or the address <c>http(s)://…</c> of an archive (TAR.GZ, TAR, BZ2
    /// or ZIP), which is unpacked. JSON: <c>model_path</c>. Source: P, API.
    /// </summary>
    /// <remarks>Any other form is the warning EAS0316.</remarks>
    public string? Path { get; }

    /// <summary>
    /// The OSS endpoint of the model and of the processor package, such as <c>oss-cn-beijing.aliyuncs.com</c>; needed
    /// when they lie in another region. Default of EAS: the internal endpoint of the region. JSON:
    /// <c>oss_endpoint</c>. Source: P.
    /// </summary>
    public string? OssEndpoint { get; set; }

    /// <summary>
    /// The RAM role with which EAS reads from OSS, an ARN. Unset: not written. JSON: <c>role_arn</c>. Source: API.
    /// </summary>
    public string? RoleArn { get; set; }

    /// <summary>
    /// The main file of the model, handed to the processor's <c>initialize</c>. Default of EAS: the file name of the
    /// path. JSON: <c>model_entry</c>. Source: P.
    /// </summary>
    public string? Entry { get; set; }

    /// <summary>
    /// Settings that EAS hands to the processor unread: any text, or a JSON object in braces, which is written as an
    /// object. Unset: not written. JSON: <c>model_config</c>. Source: P, API, TER.
    /// </summary>
    /// <remarks>
    /// The processors of EasyVision, EasyTransfer, EasyNLP and EasyCV need it for the type of the model (EAS0303), in
    /// its key <c>type</c> (the warning EAS0308). A key of an account in it is the warning EAS0317.
    /// </remarks>
    public string? Config { get; set; }

    /// <summary>
    /// A request file in OSS with which the model is warmed up before traffic arrives. Unset: not written. JSON:
    /// <c>warm_up_data_path</c>. Source: P, ER.
    /// </summary>
    public string? WarmUpData { get; set; }
}
