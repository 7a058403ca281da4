namespace EasGen.Core.Features;

/// <summary>Gives the instances a RAM role, with which they call other services of the cloud.</summary>
internal static class RamRole
{
    public static readonly BooleanSetting Enabled = new("Enabled", "options/enable_ram_role");

    public static readonly FeatureType FeatureType = new("RamRole", "", [Enabled]) { Arguments = 1 };
}
