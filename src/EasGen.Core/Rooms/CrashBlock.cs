namespace EasGen.Core.Rooms;

/// <summary>Whether an instance that crashed is kept, so that the crash can be analysed.</summary>
internal static class CrashBlock
{
    public static readonly SwitchRow Enabled = new("Enabled", "runtime/enable_crash_block");

    public static readonly Room Room = new("CrashBlock", "", [Enabled], []) { Arguments = 1 };
}
