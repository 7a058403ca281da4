namespace EasGen.Core.Rooms;

/// <summary>Whether idle memory keeps the files of the mounts.</summary>
internal static class MemoryCache
{
    public static readonly SwitchRow Enabled = new("Enabled", "options/enableCache") { Console = "Memory Caching" };

    public static readonly Room Room = new("MemoryCache", "", [Enabled], []) { Arguments = 1 };
}
