using EasGen.Core.Catalog;
using EasGen.Core.Checking;
using EasGen.Core.Features;
using EasGen.Core.Files;
using EasGen.Core.Reading;

namespace EasGen.Cli.Import;

internal enum NoteKind
{
    /// <summary>The class says it in the current place or form.</summary>
    Normalised,

    /// <summary>Nobody knows it; the class keeps it as it is.</summary>
    Unknown,

    /// <summary>It was there in clear text.</summary>
    Secret,

    Information,
    Warning,
    Error,
}

/// <summary>One thing to say of an input.</summary>
/// <param name="Place">Where the file has it.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Rule">The rule that found it; null where none did.</param>
/// <param name="Text">What the report says; never a secret.</param>
internal sealed record ImportNote(FileSpan Place, NoteKind Kind, Rule? Rule, string Text);

/// <summary>All there is to say of an input.</summary>
internal static class ImportNotes
{
    // The class writes the current place and form, and the settings that a class never leaves to EAS.
    private static readonly Rule[] Normalised =
    [
        GeneralRules.EAS0015_PlaceIsCurrent, GeneralRules.EAS0016_FormIsUsual, GeneralRules.EAS0017_JsonIsStrict,
        EasService.EAS0106_InstancesAreGiven, Probe.EAS0707_NumbersAreGiven, DynamicParameter.EAS0665_ParametersAreSwitchedOn,
    ];

    /// <summary>In the order of the file.</summary>
    public static IReadOnlyList<ImportNote> Of(byte[] json, ReadService read, ImportedService service, IReadOnlyList<Finding> findings)
    {
        var places = new FileSpans(json, read);
        var secrets = service.Secrets.Select(secret => secret with { Pointer = read.Place(secret.Pointer) }).ToArray();
        return
        [
            .. findings.Where(static finding => !FileFindings.SecretRules.Contains(finding.Rule)
                && finding.Rule != GeneralRules.EAS0019_ValueIsSaid).Select(finding => new ImportNote(
                    places.Find(finding.Pointer, finding.Bytes),
                    KindOf(finding.Rule),
                    finding.Rule,
                    finding.Message.For(Audience.Json)))
                .Concat(secrets.Select(secret => new ImportNote(
                    places.Find(secret.Pointer, secret.Bytes),
                    NoteKind.Secret,
                    null,
                    read.Concealment.Of(Describe(secret)))))
                .Concat(Moved(read, findings).Select(moved => new ImportNote(
                    places.Find(moved.From),
                    NoteKind.Normalised,
                    null,
                    DescribeMove(JsonPointer.Spoken(moved.From), JsonPointer.Spoken(moved.To)))))
                .Concat(read.LeftOut.Select(left => new ImportNote(
                    places.Find(left.Pointer),
                    NoteKind.Normalised,
                    null,
                    $"'{JsonPointer.Spoken(left.Pointer)}' is {(left.Json.Kind == JsonKind.Null ? "null" : "empty")}, so it is left out")))
                .OrderBy(static note => (note.Place.Line, note.Place.Column))
                .ThenBy(static note => note.Rule?.Id, StringComparer.Ordinal),
        ];
    }

    // A key with dots reads as the keys it is made of.
    private static string DescribeMove(string from, string to) => from == to
        ? $"'{from}' has its usual form now"
        : $"'{from}' is '{to}' now";

    private static string Describe(HiddenSecret secret) => secret.Bytes is not null
        ? $"A secret in a comment is {secret.Placeholder} now; nothing has to be filled in for it"
        : secret.IsWhole
        ? $"'{JsonPointer.Spoken(secret.Pointer)}' is {secret.Placeholder} now; fill it in at deployment"
        : $"A secret at '{JsonPointer.Spoken(secret.Pointer)}' is {secret.Placeholder} now; fill it in at deployment";

    private static NoteKind KindOf(Rule rule) =>
        Normalised.Contains(rule) ? NoteKind.Normalised
        : rule == GeneralRules.EAS0004_KeyIsKnown ? NoteKind.Unknown
        : rule.Severity switch { Severity.Error => NoteKind.Error, Severity.Warning => NoteKind.Warning, _ => NoteKind.Information };

    // Places that are as good as the current ones: no rule reports them, but the class writes others.
    private static IEnumerable<(string From, string To)> Moved(ReadService read, IEnumerable<Finding> findings)
    {
        var old = findings.Where(static finding => finding.Rule == GeneralRules.EAS0015_PlaceIsCurrent)
            .Select(static finding => finding.Pointer)
            .ToHashSet(StringComparer.Ordinal);
        return
            from moved in read.Places
            where !JsonPointer.AndAbove(moved.Value).Any(old.Contains)
            group moved.Key by moved.Value into places
            select (places.Key, places.OrderByDescending(static place => place.Length).First());
    }
}
