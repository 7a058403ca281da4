using EasGen.Cli.Why.Symptoms;

namespace EasGen.Cli.Why;

/// <summary>The table of symptoms, from the surest sign to the vaguest.</summary>
internal static class SymptomTable
{
    public static readonly IReadOnlyList<Symptom> All =
    [
        .. ImageSymptoms.All, .. CapacitySymptoms.All, .. EndSymptoms.All, .. ProbeSymptoms.All, .. WaitSymptoms.All,
        .. CallerSymptoms.All,
    ];
}
