using EasGen.Core.Rooms;

namespace EasGen.Core;

/// <summary>What a service JSON says, and what in it could not be understood. Nothing is dropped without a finding.</summary>
/// <param name="Service">All that could be read; unknown keys and wrong values are in it as raw settings.</param>
/// <param name="Findings">Those of the reader.</param>
/// <param name="Places">Where the document has what it does not have at its usual place, by the usual JSON pointer.</param>
internal sealed record ReadService(Service Service, IReadOnlyList<Finding> Findings, IReadOnlyDictionary<string, string> Places)
{
    /// <summary>The rules that report secrets: also where something else is wrong.</summary>
    public static readonly Rule[] SecretRules =
    [
        General.EAS0018_SecretIsPlaceholder, EnvironmentVariable.EAS0222_SecretIsPlaceholder,
        RegistryAuth.EAS0225_PasswordIsPlaceholder, Model.EAS0317_ConfigHasNoSecret,
    ];

    /// <summary>The comments of the file, in its order.</summary>
    public IReadOnlyList<Comment> Comments { get; init; } = [];

    /// <summary>What the file has and the service lacks, because it is null or an empty list, and sets nothing.</summary>
    public IReadOnlyList<(string Pointer, JsonNode Json)> LeftOut { get; init; } = [];

    /// <summary>
    /// Numbers that the file spells in another way than EasGen would: with more digits than a number can hold, or with
    /// an exponent.
    /// </summary>
    public IReadOnlyDictionary<SettingValue, string> Digits { get; init; } = new Dictionary<SettingValue, string>();

    /// <summary>What the file holds, each key as often as it does; null when it cannot be read.</summary>
    public JsonNode? Document { get; init; }

    /// <summary>The file as text where it cannot be read.</summary>
    public string Text { get; init; } = "";

    /// <summary>Keeps the secrets of the file, its comments among it, out of what is said of it.</summary>
    public Concealment Concealment => field ??= new(Secrets());

    /// <summary>The findings of the reader and of the rule book together, each where the document has it.</summary>
    public IReadOnlyList<Finding> AllFindings()
    {
        // Of a text that is no JSON there is nothing to judge.
        if (Findings.Any(static finding => finding.Rule == General.EAS0001_JsonIsWellFormed))
            return [.. Findings.Select(Concealment.Of)];
        // A value of the wrong type is said once: what is missing inside of it or around it is not another fault.
        var wrong = new HashSet<string>(Findings.Where(static finding => finding.Rule == General.EAS0002_ValueHasType).Select(static finding => finding.Pointer), StringComparer.Ordinal);
        var around = new HashSet<string>(wrong.SelectMany(JsonPointer.AndAbove), StringComparer.Ordinal);
        // Of two values in one place the type of either is not the mistake.
        var twice = new HashSet<string>(Findings
            .Where(static finding => finding.Rule == General.EAS0003_SettingIsGivenOnce)
            .Select(static finding => finding.Pointer), StringComparer.Ordinal);
        var placed = Placement.Of(Service);
        Finding[] all =
        [
            .. Findings.Where(finding => finding.Rule != General.EAS0002_ValueHasType || !twice.Contains(finding.Pointer)),
            .. InComments(),
            .. Inspection.OfFile(Service, placed)
                .Select(finding => finding with { Pointer = Place(finding.Pointer), Message = Digits.Count > 0
                    ? finding.Message.Spelled(Digits)
                    : finding.Message })
                // What was kept because nobody knows it is no raw setting that somebody chose.
                .Where(finding => finding.Rule != RawSetting.EAS0009_AttributeIsUsed
                    && (SecretRules.Contains(finding.Rule) || (!around.Contains(finding.Pointer)
                        && !JsonPointer.AndAbove(finding.Pointer).Any(wrong.Contains)))),
        ];
        return Array.ConvertAll(all, Concealment.Of);
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

    private IEnumerable<Finding> InComments() =>
        from comment in Comments
        let secrets = SecretText.Find(comment.Text)
        where secrets.Count > 0
        select new Finding(
            General.EAS0018_SecretIsPlaceholder,
            comment.Pointer,
            "A comment contains what looks like a secret in clear text; remove it from the file")
        {
            Bytes = comment.Bytes(secrets[0].Start, secrets[0].Length),
        };

    private IReadOnlyList<Secret> Secrets() => Document is null
        ? SecretSearch.Of(new Comment("", Text, 0))
        : [.. SecretSearch.Of(Document), .. Comments.SelectMany(SecretSearch.Of)];
}
