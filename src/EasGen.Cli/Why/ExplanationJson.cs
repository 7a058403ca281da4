using System.Text.Json;
using System.Text.Json.Serialization;
using EasGen.Cli.Terminal;

namespace EasGen.Cli.Why;

/// <summary>An explanation for scripts.</summary>
internal static class ExplanationJson
{
    private const int Lines = 50;

    public static void Write(Explanation explanation, Screen output)
    {
        var (evidence, service) = (explanation.Evidence, explanation.Evidence.Service);
        var logs = evidence.Observations.Count(static one => IsLog(one));
        var document = new ExplanationDocument(
            Version: 1,
            service.Shown(service.State.ServiceName ?? ""),
            service.Region,
            service.Shown(service.State.Status ?? ""),
            service.State.IsReady,
            [.. explanation.Causes.Select(cause => new CauseDocument(
                service.Shown(cause.Text),
                service.Shown(cause.Change),
                cause.Setting is null ? null : service.Shown(cause.Setting),
                cause.Rule?.Id,
                cause.Rule?.HelpLink))],
            [.. evidence.Observations.Where(one => !IsLog(one) || logs-- <= Lines).Select(one => new ObservationDocument(
                NameOf(one.Source),
                Shown(one.Time),
                Shown(one.Instance),
                service.Shown(one.Text),
                one.Count))],
            [.. evidence.Missing.Select(service.Shown)]);
        output.WriteJson(JsonSerializer.Serialize(document, ExplanationContext.Default.ExplanationDocument));

        string? Shown(string? text) => text is null ? null : service.Shown(text);
    }

    private static bool IsLog(Observation one) => one.Source is Source.Log or Source.PreviousLog;

    private static string NameOf(Source source) => source switch
    {
        Source.Status => "status",
        Source.Event => "event",
        Source.Instance => "instance",
        Source.LastState => "lastState",
        Source.Diagnosis => "diagnosis",
        Source.Log => "log",
        Source.PreviousLog => "previousLog",
        _ => "answer",
    };
}

internal sealed record ExplanationDocument(
    int Version,
    string Service,
    string Region,
    string Status,
    bool Ready,
    IReadOnlyList<CauseDocument> Causes,
    IReadOnlyList<ObservationDocument> Seen,
    IReadOnlyList<string> Missing);

internal sealed record CauseDocument(string Text, string Change, string? Setting, string? Rule, string? Help);

internal sealed record ObservationDocument(string Source, string? Time, string? Instance, string Text, int Count);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(ExplanationDocument))]
internal sealed partial class ExplanationContext : JsonSerializerContext;
