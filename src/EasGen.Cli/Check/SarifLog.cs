using System.Text.Json.Serialization;

namespace EasGen.Cli.Check;

/// <summary>The part of SARIF 2.1.0 that a check needs, by the names of the standard.</summary>
internal sealed record SarifLog(IReadOnlyList<SarifRun> Runs)
{
    [JsonPropertyName("$schema"), JsonPropertyOrder(-2)]
    public string Schema { get; } = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    [JsonPropertyOrder(-1)]
    public string Version { get; } = "2.1.0";
}

internal sealed record SarifRun(SarifTool Tool, IReadOnlyList<SarifInvocation> Invocations, IReadOnlyList<SarifResult> Results)
{
    public string ColumnKind { get; } = "utf16CodeUnits";
}

internal sealed record SarifTool(SarifDriver Driver);

internal sealed record SarifDriver(string Name, string SemanticVersion, string InformationUri, IReadOnlyList<SarifRule> Rules);

internal sealed record SarifRule(
    string Id,
    SarifText ShortDescription,
    SarifText FullDescription,
    string HelpUri,
    SarifHelp Help,
    SarifConfiguration DefaultConfiguration);

internal sealed record SarifHelp(string Text, string Markdown);

internal sealed record SarifConfiguration(string Level);

internal sealed record SarifInvocation(bool ExecutionSuccessful, IReadOnlyList<SarifNotification> ToolExecutionNotifications);

internal sealed record SarifNotification(string Level, SarifText Message, IReadOnlyList<SarifLocation> Locations);

internal sealed record SarifResult(
    string RuleId,
    int RuleIndex,
    string Level,
    SarifText Message,
    IReadOnlyList<SarifLocation> Locations,
    SarifFingerprints PartialFingerprints,
    IReadOnlyList<SarifFix>? Fixes);

internal sealed record SarifFingerprints([property: JsonPropertyName("easgen/v1")] string Easgen);

internal sealed record SarifFix(SarifText Description, IReadOnlyList<SarifChange> ArtifactChanges);

internal sealed record SarifChange(SarifArtifact ArtifactLocation, IReadOnlyList<SarifReplacement> Replacements);

internal sealed record SarifReplacement(SarifPlace DeletedRegion, SarifText? InsertedContent);

internal sealed record SarifPlace(int StartLine, int StartColumn, int EndLine, int EndColumn);

internal sealed record SarifLocation(SarifPhysicalLocation PhysicalLocation, IReadOnlyList<SarifLogicalLocation>? LogicalLocations);

internal sealed record SarifPhysicalLocation(SarifArtifact ArtifactLocation, SarifRegion? Region, SarifRegion? ContextRegion);

internal sealed record SarifArtifact(string Uri);

internal sealed record SarifRegion(int StartLine, int StartColumn, int EndColumn, SarifText? Snippet);

internal sealed record SarifLogicalLocation(string FullyQualifiedName);

internal sealed record SarifText(string Text)
{
    /// <summary>A message that holds text of unknown origin: a viewer would make a link of [this](there).</summary>
    public static SarifText Plain(string message) => new(message.Replace("](", "] (", StringComparison.Ordinal));
}
