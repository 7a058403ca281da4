namespace EasGen.Core.Features;

/// <summary>Cores and memory of an instance.</summary>
internal static class CpuResource
{
    // Less memory starts no program, more cores has no machine, and a core rarely comes with more.
    private const int LeastMB = 256;
    private const int MostCores = 999;
    private const int UsualGBPerCore = 8;

    public static readonly IntegerSetting Cores = new("Cores", "metadata/cpu")
    {
        Minimum = 1,
        Console = ConsoleParameters.DedicatedResources,
    };
    public static readonly IntegerSetting MemoryMB = new("MemoryMB", "metadata/memory")
    {
        Minimum = 1,
        AdvisedMinimum = LeastMB,
        Console = ConsoleParameters.DedicatedResources,
    };

    public static readonly Rule EAS0520_AmountIsPositive = Rule.Error("EAS0520", "Cores or memory are not positive")
        .Bounds(Cores, MemoryMB);

    public static readonly Rule EAS0521_AmountHasUnit = Rule.Warning("EAS0521", "Cores or memory look like another unit")
        .When(Cores, static service =>
        {
            if (service.One(Cores) is not { } cpu || cpu[Cores] is not { } cores)
                return;
            if (cores >= 1 && cpu[MemoryMB] is >= 1 and < LeastMB and var memory)
            {
                service.Report(
                    cpu.At(MemoryMB),
                    $"{MemoryMB} is {memory} MB, too little for a program; for {memory} GB write {memory * 1024}",
                    memory <= (long)cores * UsualGBPerCore ? Fix.Use(memory * 1024) : null);
            }
            if (cores > MostCores)
            {
                service.Report(
                    cpu.At(Cores),
                    $"{Cores} is {cores}, more than any machine has; count whole cores, not thousandths of a core",
                    cores % 1000 == 0 ? Fix.Use(cores / 1000) : null);
            }
        });

    public static readonly FeatureType FeatureType = new("CpuResource", "", [Cores, MemoryMB])
    {
        Arguments = 1,
        ArgumentsAreOptional = true,
    };

    public static readonly Rule[] Rules = [EAS0520_AmountIsPositive, EAS0521_AmountHasUnit];
}
