namespace EasGen.Core;

/// <summary>What a service JSON says, and what in it could not be understood. Nothing is dropped without a finding.</summary>
/// <param name="Service">All that could be read; unknown keys and wrong values are in it as raw settings.</param>
/// <param name="Findings">Those of the reader.</param>
/// <param name="Places">Where the document has what it does not have at its usual place, by the usual JSON pointer.</param>
internal sealed record ReadService(Service Service, IReadOnlyList<Finding> Findings, IReadOnlyDictionary<string, string> Places)
{
    /// <summary>The findings of the reader and of the rule book together, each where the document has it.</summary>
    public IReadOnlyList<Finding> AllFindings()
    {
        // Of a text that is no JSON there is nothing to judge.
        if (Findings.Any(static finding => finding.Rule == General.EAS0001_JsonIsWellFormed))
            return Findings;
        var wrong = Findings.Where(static finding => finding.Rule == General.EAS0002_ValueHasType).Select(static finding => finding.Pointer).ToArray();
        return
        [
            .. Findings,
            .. Inspection.Of(Service)
                .Select(finding => finding with { Pointer = Place(finding.Pointer) })
                .Where(finding => !wrong.Any(pointer => IsAround(pointer, finding.Pointer) || IsAround(finding.Pointer, pointer))),
        ];
    }

    /// <summary>Where the document has what usually stands at the pointer.</summary>
    public string Place(string pointer)
    {
        for (var at = pointer; at is not null; at = JsonPointer.Parent(at))
        {
            if (Places.TryGetValue(at, out var place))
                return place + pointer.Substring(at.Length);
        }
        return pointer;
    }

    // A value of the wrong type is said once: what is missing because of it is not another fault.
    private static bool IsAround(string outer, string inner) => inner == outer || inner.StartsWith(outer + "/", StringComparison.Ordinal);
}
