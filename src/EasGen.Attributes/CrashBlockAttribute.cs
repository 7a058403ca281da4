namespace EasGen;

/// <summary>
/// Says whether an instance of a processor that crashed is kept for analysis instead of being restarted.
/// </summary>
/// <remarks>JSON: <c>runtime.enable_crash_block</c>.</remarks>
/// <param name="enabled"><see langword="true"/>: a crashed instance is not restarted.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class CrashBlockAttribute(bool enabled = true) : Attribute
{
    /// <summary>
    /// Whether a crashed instance is kept; EAS restarts it otherwise. JSON:
    /// <c>runtime.enable_crash_block</c>. Source: P.
    /// </summary>
    public bool Enabled { get; } = enabled;
}
