namespace EasGen.Core.Rooms;

/// <summary>Cores and memory of an instance.</summary>
internal static class CpuResource
{
    public static readonly IntegerRow Cores = new("Cores", "metadata/cpu") { Minimum = 1, Console = "vCPUs / Memory / GPUs (dedicated)" };
    public static readonly IntegerRow MemoryMB = new("MemoryMB", "metadata/memory") { Minimum = 1, Console = "vCPUs / Memory / GPUs (dedicated)" };

    public static readonly Rule EAS0520_AmountIsPositive = Rule.Error("EAS0520", "Cores or memory are not positive").Bounds(Cores, MemoryMB);

    public static readonly Room Room = new("CpuResource", "", [Cores, MemoryMB], [EAS0520_AmountIsPositive]) { Arguments = 1, ArgumentsAreOptional = true };
}
