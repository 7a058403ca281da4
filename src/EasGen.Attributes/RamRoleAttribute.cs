namespace EasGen;

/// <summary>Gives the instances a RAM role, with which they call other services of the cloud without a key.</summary>
/// <remarks>The role must trust <c>eas.pai.aliyuncs.com</c>.</remarks>
/// <param name="enabled">Whether they get it.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RamRoleAttribute(bool enabled = true) : Attribute
{
    /// <summary>
    /// Whether the instances get the role; they do unless it is <see langword="false"/>. JSON:
    /// <c>options.enable_ram_role</c>. Source: TER (seen in public files only).
    /// </summary>
    public bool Enabled { get; } = enabled;
}
