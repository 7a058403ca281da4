namespace EasGen.Core.Features;

/// <summary>The memory that the processes of an instance share.</summary>
internal static class SharedMemory
{
    private const string Folder = "/dev/shm";

    public static readonly IntegerSetting SizeGB = new("SizeGB", "metadata/shm_size")
    {
        Minimum = 1,
        Console = ConsoleParameters.SharedMemory,
    };

    public static readonly Rule EAS0550_SizeIsPositive = Rule.Error("EAS0550", "Size of the shared memory is not positive").Bounds(SizeGB);

    public static readonly Rule EAS0551_SharedMemoryIsGivenOnce = Rule.Warning("EAS0551", "Shared memory is given as a size and as a mount")
        .When(SizeGB, static service =>
        {
            if (service.One(SizeGB) is { } memory
                && memory[SizeGB] is not null
                && service.All(Mount.MountPath).Any(static mount => mount[Mount.MountPath]?.TrimEnd('/') == Folder))
                service.Report(
                    memory.At(SizeGB),
                    $"The shared memory has a size, but there is also a mount at {Folder}; keep one of the two",
                    Fix.Remove);
        });

    public static readonly FeatureType FeatureType = new("SharedMemory", "", [SizeGB]) { Arguments = 1 };

    public static readonly Rule[] Rules = [EAS0550_SizeIsPositive, EAS0551_SharedMemoryIsGivenOnce];
}
