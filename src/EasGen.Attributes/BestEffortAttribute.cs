namespace EasGen;

/// <summary>Lets instances share the cores of their machine.</summary>
/// <remarks>
/// EAS then looks at memory and GPU memory only when it places an instance, and the cores of
/// <see cref="CpuResourceAttribute"/> are the most that an instance may use. JSON: <c>metadata.qos</c> is
/// <c>BestEffort</c>; another text is the error EAS0540. Default of EAS: not shared. Source: P.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BestEffortAttribute : Attribute;
