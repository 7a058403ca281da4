namespace EasGen.Core.Rooms;

/// <summary>Gives the instances a RAM role, with which they call other services of the cloud.</summary>
internal static class RamRole
{
    public static readonly SwitchRow Enabled = new("Enabled", "options/enable_ram_role");

    public static readonly Room Room = new("RamRole", "", [Enabled], []) { Arguments = 1 };
}
