using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using EasGen.Cli.Cloud;
using EasGen.Cli.Terminal;

namespace EasGen.Cli.Plan;

/// <summary>A plan as a program reads it, and as it is saved; no secret is in it.</summary>
/// <param name="PlanVersion">The version of this form.</param>
/// <param name="Service">The name of the service.</param>
/// <param name="ServiceId">The id of the service that is there; null if there is none.</param>
/// <param name="Region">The region.</param>
/// <param name="Endpoint">The address of the API.</param>
/// <param name="CurrentVersion">The version that the plan holds for; null if there is none.</param>
/// <param name="Strategy">What becomes of settings that are live alone.</param>
/// <param name="Action">create, update or none.</param>
/// <param name="Effect">What it costs, in one word: none, live, rollout or recreate.</param>
/// <param name="Cost">The same in a sentence.</param>
/// <param name="Changes">What differs.</param>
/// <param name="OpenVariables">The placeholders without a value.</param>
/// <param name="Warnings">What may keep it from running.</param>
/// <param name="Artifact">The artifact that it was made of.</param>
internal sealed record PlanDocument(
    int PlanVersion,
    string Service,
    string? ServiceId,
    string Region,
    string Endpoint,
    int? CurrentVersion,
    string Strategy,
    string Action,
    string Effect,
    string Cost,
    IReadOnlyList<PlanChange> Changes,
    IReadOnlyList<string> OpenVariables,
    IReadOnlyList<string> Warnings,
    PlanArtifact Artifact)
{
    /// <summary>What shows that nobody has edited it.</summary>
    public string? Checksum { get; init; }

    public static PlanDocument Of(ServicePlan plan, CloudConnection connection) => Sealed(new(
        PlanVersion: 1,
        plan.Name,
        plan.Live?.State.ServiceId,
        connection.Region,
        connection.Options.Endpoint.GetLeftPart(UriPartial.Authority),
        plan.Version,
        Word(plan.Strategy),
        plan.Live is null ? "create" : plan.HasChanges ? "update" : "none",
        Word(plan.Effect),
        PlanReport.Cost(plan),
        [.. plan.Changes.Select(change => Of(change, plan.Hide))],
        plan.Service.Open,
        plan.Warnings,
        new(Path.GetFullPath(plan.Service.Artifact.File), plan.Service.Artifact.Name, Hash(plan.Service.Artifact.Json))));

    /// <summary>True for a plan that nobody has edited.</summary>
    public bool IsWhole() => Sealed(this).Checksum == Checksum;

    public string ToJson() => JsonSerializer.Serialize(this, PlanContext.Default.PlanDocument);

    /// <summary>The changes alone, to compare them.</summary>
    public string ChangesText() => JsonSerializer.Serialize(Changes, PlanContext.Default.IReadOnlyListPlanChange);

    private static PlanDocument Sealed(PlanDocument plan) => plan with
    {
        Checksum = Convert.ToHexStringLower(SHA256.HashData(
            JsonSerializer.SerializeToUtf8Bytes(plan with { Checksum = null }, PlanContext.Default.PlanDocument))),
    };

    private static string Hash(byte[] artifact) => Convert.ToHexStringLower(SHA256.HashData(artifact));

    private static PlanChange Of(PlannedChange change, Func<string, string> hide) => new(
        hide(change.Change.Place),
        Word(change.Kind),
        Word(change.Effect),
        HiddenJson.Of(change.Change.Before, hide),
        HiddenJson.Of(change.Change.After, hide),
        change.Reason);

    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}

/// <param name="Setting">Its place.</param>
/// <param name="Kind">added, changed, removed, leftOver or ignored.</param>
/// <param name="Effect">none, live, rollout or recreate.</param>
/// <param name="Before">What is live; null for nothing.</param>
/// <param name="After">What is written; null for nothing.</param>
/// <param name="Reason">Why it is ignored.</param>
internal sealed record PlanChange(string Setting, string Kind, string Effect, JsonElement? Before, JsonElement? After, string? Reason);

/// <param name="Path">The file, or the assembly that it is in.</param>
/// <param name="Service">The name of the service in it, as it is written there.</param>
/// <param name="Sha256">The hash of the service JSON.</param>
internal sealed record PlanArtifact(string Path, string Service, string Sha256);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(PlanDocument))]
[JsonSerializable(typeof(IReadOnlyList<PlanChange>))]
internal sealed partial class PlanContext : JsonSerializerContext;
