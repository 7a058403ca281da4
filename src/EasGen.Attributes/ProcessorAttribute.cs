namespace EasGen;

/// <summary>Runs a model in a processor that EAS brings along, instead of a container.</summary>
/// <remarks>
/// Not together with a <see cref="ContainerAttribute"/> (EAS0306) or a <see cref="CustomProcessorAttribute"/>
/// (EAS0305). The model comes from a <see cref="ModelAttribute"/> or a mount (EAS0304).
/// </remarks>
/// <example>
/// <code>
/// [EasService("mnist")]
/// [Processor("tensorflow_cpu_2.7")]
/// [Model("oss://acme-models/mnist/")]
/// [InstanceType("ecs.c7.large")]
/// public sealed partial class Mnist;
/// </code>
/// </example>
/// <param name="code">The code of the processor, such as <c>tensorflow_cpu_2.7</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ProcessorAttribute(string code) : Attribute
{
    /// <summary>
    /// The code of the processor, such as <c>pmml</c>, <c>pytorch_gpu_1.10</c> or <c>easyrec-torch-1.0</c>:
    /// lower-case letters, digits, <c>_</c>, <c>.</c> and <c>-</c> (EAS0301). JSON: <c>processor</c>. Source: P, BP.
    /// </summary>
    /// <remarks>
    /// A code that no source names is the warning EAS0302. EasyVision, EasyTransfer, EasyNLP and EasyCV ask for the
    /// type of the model in the <c>Config</c> of a <see cref="ModelAttribute"/> (EAS0303).
    /// </remarks>
    public string Code { get; } = code;
}
