using EasGen.Cli.Fixing;
using EasGen.Cli.Inputs;
using EasGen.Core.Catalog;
using EasGen.Core.Checking;
using EasGen.Core.Files;
using EasGen.Core.Reading;

namespace EasGen.Cli.Check;

/// <summary>A finding at its place in the file.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Place">Where the file has it.</param>
/// <param name="Severity">How much it counts here.</param>
/// <param name="Value">The text, number or switch that stands there, without secrets; empty for anything else.</param>
internal sealed record LocatedFinding(Finding Finding, FileSpan Place, Severity Severity, string Value)
{
    /// <summary>The changes that its fix is; none where that was not asked for, or is not known.</summary>
    public IReadOnlyList<PlacedEdit> Offer { get; init; } = [];

    public Rule Rule => Finding.Rule;

    /// <summary>Why its fix was not applied; null where that was not tried.</summary>
    public string? Obstacle { get; init; }

    /// <summary>What would mend it, and why it has not; null where only the user can know.</summary>
    public string? FixLine => Finding.Fix is null ? null
        : Obstacle is null ? $"fix: {Finding.Fix.Title}"
        : $"fix: {Finding.Fix.Title}; not applied, as {Obstacle}";

    /// <summary>What is wrong. It is made here, where files are judged side by side; one thread alone writes the report.</summary>
    public string Message { get; } = Finding.Message.For(Audience.Json);
}

/// <summary>The verdict on one service.</summary>
/// <param name="Name">The file, as the user would write it.</param>
/// <param name="Findings">In the order of the file.</param>
internal sealed record CheckedFile(string Name, LocatedFinding[] Findings)
{
    // Of so many bytes, what only the reading needed is worth a collection before the rules need room of their own.
    private const int Large = 16 << 20;

    /// <summary>What fixes have mended.</summary>
    public IReadOnlyList<MendedFinding> Mended { get; init; } = [];

    /// <summary>True for a part of an assembly, which is fixed in its code.</summary>
    public bool IsBuilt { get; init; }

    /// <summary>True for what is no JSON, of which nothing else can be said.</summary>
    public bool IsUnreadable => Array.Exists(Findings, static located => located.Rule == GeneralRules.EAS0001_JsonIsWellFormed);

    /// <param name="service">The service.</param>
    /// <param name="severityOf">How much a rule counts in it; null for one that is off.</param>
    /// <param name="offers">True to work out what the fixes would change.</param>
    public static CheckedFile Of(ServiceText service, Func<Rule, Severity?> severityOf, bool offers = false)
    {
        var read = ServiceReader.Read(service.Json);
        if (service.Json.Length >= Large)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        return read.AllFindings() is { Count: > 0 } findings
            ? new(service.Name, Located(service, read, findings, severityOf, offers))
            : new(service.Name, []);
    }

    /// <summary>The same file, with what fixes did and what they did not.</summary>
    public CheckedFile After(MendedFile mended) => this with
    {
        Mended = mended.Mended,
        Findings = [.. Findings.Select(located => located with
        {
            Obstacle = mended.Unmended.FirstOrDefault(left =>
                left.Rule == located.Rule && left.Pointer == located.Finding.Pointer)?.Obstacle,
        })],
    };

    private static LocatedFinding[] Located(
        ServiceText service, ReadService read, IReadOnlyList<Finding> findings, Func<Rule, Severity?> severityOf, bool offers)
    {
        var places = new FileSpans(service.Json, read);
        var mender = offers ? new Mender(service.Json) : null;
        return findings
            .Select(finding => severityOf(finding.Rule) is { } severity ? Locate(finding, severity) : null)
            .OfType<LocatedFinding>()
            .OrderBy(static located => (located.Place.Line, located.Place.Column))
            .ThenBy(static located => located.Rule.Id, StringComparer.Ordinal)
            .ToArray();

        LocatedFinding Locate(Finding finding, Severity severity) => new(
            finding with { Pointer = read.Concealment.Of(finding.Pointer) },
            places.Find(finding.Pointer, finding.Bytes),
            severity,
            places.Value(finding.Pointer))
        {
            Offer = mender?.Offer(finding) is { } edits ? [.. edits.Select(edit => PlacedEdit.Of(edit, places))] : [],
        };
    }
}
