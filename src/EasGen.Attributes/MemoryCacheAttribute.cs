namespace EasGen;

/// <summary>Says whether idle memory keeps the files of the mounts, so that they are read faster.</summary>
/// <remarks>
/// JSON: <c>options.enableCache</c>. Which files are kept is said by a <see cref="CacheMountAttribute"/> (seen in
/// public files only).
/// </remarks>
/// <param name="enabled"><see langword="true"/>: idle memory keeps the files.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class MemoryCacheAttribute(bool enabled = true) : Attribute
{
    /// <summary>
    /// Whether idle memory keeps the files of the mounts. JSON: <c>options.enableCache</c>.
    /// Source: ROS, TFM.
    /// </summary>
    public bool Enabled { get; } = enabled;
}
