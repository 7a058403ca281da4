using EasGen.Core.Rooms;

namespace EasGen.Core;

/// <summary>What a service JSON says, and what in it could not be understood. Nothing is dropped without a finding.</summary>
/// <param name="Service">All that could be read; unknown keys and wrong values are in it as raw settings.</param>
/// <param name="Findings">Those of the reader.</param>
/// <param name="Places">Where the document has what it does not have at its usual place, by the usual JSON pointer.</param>
internal sealed record ReadService(Service Service, IReadOnlyList<Finding> Findings, IReadOnlyDictionary<string, string> Places)
{
    /// <summary>The comments of the file, in its order.</summary>
    public IReadOnlyList<Comment> Comments { get; init; } = [];

    /// <summary>What the file has and the service lacks, because it is null or an empty list, and sets nothing.</summary>
    public IReadOnlyList<(string Pointer, JsonNode Json)> LeftOut { get; init; } = [];

    /// <summary>Numbers that the file spells in another way than EasGen would: with more digits than a number can hold, or with an exponent.</summary>
    public IReadOnlyDictionary<SettingValue, string> Digits { get; init; } = new Dictionary<SettingValue, string>();

    /// <summary>The findings of the reader and of the rule book together, each where the document has it.</summary>
    public IReadOnlyList<Finding> AllFindings()
    {
        // Of a text that is no JSON there is nothing to judge.
        if (Findings.Any(static finding => finding.Rule == General.EAS0001_JsonIsWellFormed))
            return Findings;
        // A value of the wrong type is said once: what is missing inside of it or around it is not another fault.
        var wrong = new HashSet<string>(Findings.Where(static finding => finding.Rule == General.EAS0002_ValueHasType).Select(static finding => finding.Pointer), StringComparer.Ordinal);
        var around = new HashSet<string>(wrong.SelectMany(JsonPointer.AndAbove), StringComparer.Ordinal);
        // Of two values in one place the type of either is not the mistake.
        var twice = new HashSet<string>(Findings.Where(static finding => finding.Rule == General.EAS0003_SettingIsGivenOnce).Select(static finding => finding.Pointer), StringComparer.Ordinal);
        var placed = Placement.Of(Service);
        return
        [
            .. Findings.Where(finding => finding.Rule != General.EAS0002_ValueHasType || !twice.Contains(finding.Pointer)),
            .. Inspection.Of(Service, placed).Concat(WithoutCode.Judge(placed))
                .Select(finding => finding with { Pointer = Place(finding.Pointer), Message = Digits.Count > 0 ? finding.Message.Spelled(Digits) : finding.Message })
                // What was kept because nobody knows it is no raw setting that somebody chose.
                .Where(finding => finding.Rule != RawSetting.EAS0009_AttributeIsUsed && !around.Contains(finding.Pointer) && !JsonPointer.AndAbove(finding.Pointer).Any(wrong.Contains)),
        ];
    }

    /// <summary>Where the document has what usually stands at the pointer.</summary>
    public string Place(string pointer)
    {
        foreach (var at in JsonPointer.AndAbove(pointer))
        {
            if (Places.TryGetValue(at, out var place))
                return place + pointer.Substring(at.Length);
        }
        return pointer;
    }
}
