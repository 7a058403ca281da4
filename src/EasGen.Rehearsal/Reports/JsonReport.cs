using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using EasGen.Rehearsal.Traffic;

namespace EasGen.Rehearsal.Reports;

/// <summary>The report for programs.</summary>
internal static class JsonReport
{
    private const int MostFailures = 1000;

    public static string Write(RehearsalReport report, RehearsalRecord record) => JsonSerializer.Serialize(
        new ReportDocument(
            Version: 1,
            report.Service,
            report.HasPassed,
            Seconds(record.Duration),
            record.Seed,
            [.. report.Answers.Select(static answer => new AnswerDocument(
                answer.Id,
                answer.Question,
                answer.Outcome switch { RehearsalOutcome.Passed => "passed", RehearsalOutcome.Failed => "failed", _ => "not-played" },
                answer.Finding,
                answer.Advice))],
            RequestsOf(record.Exchanges),
            [.. record.Instances.Select(static one => new InstanceDocument(
                one.Number,
                Seconds(one.StartedAt),
                Seconds(one.ReadyAt),
                Seconds(one.TerminatingAt),
                Seconds(one.EndedAt),
                one.WasKilled,
                one.Restarts))],
            [.. record.Probes.Select(static one => new ProbeDocument(
                Seconds(one.At),
                Seconds(one.Took),
                one.Instance,
                one.Probe.Name,
                one.Answer.Succeeded,
                one.Answer.Status,
                one.Answer.Text))],
            [.. record.Events.Select(static one => new EventDocument(Seconds(one.At), one.Instance, NameOf(one.Kind), one.Text))]),
        ReportContext.Relaxed.ReportDocument);

    private static RequestsDocument RequestsOf(IReadOnlyList<Exchange> exchanges)
    {
        var latency = Latency.Of(exchanges);
        return new(
            exchanges.Count,
            exchanges.GroupBy(static exchange => NameOf(exchange.Outcome))
                .ToDictionary(static group => group.Key, static group => group.Count()),
            latency is null ? null : new(
                Seconds(latency.Median), Seconds(latency.P90), Seconds(latency.P99), Seconds(latency.Longest)),
            [.. exchanges.Where(static exchange => exchange.IsFailure).Take(MostFailures).Select(static one => new FailureDocument(
                Seconds(one.At), Seconds(one.Took), NameOf(one.Router), one.Instance, NameOf(one.Outcome), one.Status))]);
    }

    private static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 4);

    private static double? Seconds(TimeSpan? time) => time is { } value ? Seconds(value) : null;
}

internal sealed record ReportDocument(
    int Version,
    string Service,
    bool Passed,
    double Seconds,
    int Seed,
    IReadOnlyList<AnswerDocument> Answers,
    RequestsDocument Requests,
    IReadOnlyList<InstanceDocument> Instances,
    IReadOnlyList<ProbeDocument> Probes,
    IReadOnlyList<EventDocument> Events);

internal sealed record AnswerDocument(
    string Id, string Question, string Outcome, string Finding, IReadOnlyList<RehearsalAdvice> Advice);

internal sealed record RequestsDocument(
    int Count, IReadOnlyDictionary<string, int> Outcomes, LatencyDocument? LatencySeconds, IReadOnlyList<FailureDocument> Failures);

internal sealed record LatencyDocument(double Median, double P90, double P99, double Longest);

internal sealed record FailureDocument(
    double AtSeconds, double TookSeconds, string Withdrawn, int? Instance, string Outcome, int? Status);

internal sealed record InstanceDocument(
    int Number, double StartedAt, double? ReadyAt, double? TerminatingAt, double? EndedAt, bool WasKilled, int Restarts);

internal sealed record ProbeDocument(
    double AtSeconds, double TookSeconds, int Instance, string Probe, bool Succeeded, int? Status, string Answer);

internal sealed record EventDocument(double AtSeconds, int? Instance, string Kind, string Text);

[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReportDocument))]
internal sealed partial class ReportContext : JsonSerializerContext
{
    /// <summary>For files and terminals, where no text is taken for HTML.</summary>
    public static ReportContext Relaxed =>
        field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
