using System.Text.Json;
using System.Text.Json.Serialization;
using EasGen.Api;
using EasGen.Cli.Live;
using EasGen.Cli.Terminal;

namespace EasGen.Cli.Status;

/// <summary>A service on one screen, without its secrets.</summary>
/// <param name="service">The service.</param>
/// <param name="instances">Its instances.</param>
/// <param name="newest">What happened to it last; null when nothing did.</param>
/// <param name="missing">What could not be read.</param>
internal sealed class StatusReport(
    ObservedService service, IReadOnlyList<ServiceInstance> instances, ServiceEvent? newest, IReadOnlyList<string> missing)
{
    // A screen has no room for more.
    private const int Most = 12;

    public void WriteText(Screen output)
    {
        var state = service.State;
        output.WriteLine(service.Shown(StateLine.Of(service)), Styles.Strong);
        if (!state.IsReady && state.Message is { Length: > 0 } message)
            Line("message", message);
        foreach (var instance in instances.OrderByDescending(static one => one.RestartCount).Take(Most))
            Line("instance", InstanceLine.Of(instance));
        if (instances.Count > Most)
            Line("", $"and {Plain.Number(instances.Count - Most, "more instance")}");
        if (newest is not null)
            Line("newest event", $"{newest.Time}  {newest.Type} {newest.Reason}: {newest.Message}");
        foreach (var endpoint in new[] { state.InternetEndpoint, state.IntranetEndpoint }.Where(static one => one is { Length: > 0 }))
            Line("endpoint", endpoint!);
        Line("lock", service.IsLocked ? $"{state.SafetyLock}: it can neither be stopped nor deleted" : "none");
        Line("scaling", Scalers is { Length: > 0 } scalers ? $"by {string.Join(" and ", scalers)}" : "by hand");
        foreach (var gap in missing)
            output.WriteLine(service.Shown(gap));

        void Line(string name, string text) => output.WriteLine($"  {name,-12}  {service.Shown(text)}");
    }

    public void WriteJson(Screen output)
    {
        var state = service.State;
        var document = new StatusDocument(
            Version: 1,
            Shown(state.ServiceName),
            service.Region,
            Shown(state.Status),
            state.IsReady,
            Shown(state.Message),
            new(state.CurrentVersion, state.LatestVersion),
            new(state.RunningInstance, state.TotalInstance),
            [.. instances.Select(one => new InstanceDocument(
                Shown(one.InstanceName),
                Shown(one.Status),
                Shown(one.Reason),
                one.RestartCount,
                LastState.TextOf(one.LastState) is { Length: > 0 } last ? service.Shown(last) : null,
                one.IsLatest,
                Shown(one.Zone)))],
            newest is null ? null : new(Shown(newest.Time), Shown(newest.Type), Shown(newest.Reason), Shown(newest.Message)),
            new(Endpoint(state.InternetEndpoint), Endpoint(state.IntranetEndpoint)),
            service.IsLocked,
            Scalers,
            [.. missing.Select(service.Shown)]);
        output.WriteJson(JsonSerializer.Serialize(document, StatusContext.Default.StatusDocument));
    }

    private string[] Scalers =>
    [
        .. service.State.AutoscalerEnabled ? (string[])["autoscaler"] : [],
        .. service.State.CronscalerEnabled ? (string[])["timetable"] : [],
    ];

    private string? Endpoint(string? text) => text is { Length: > 0 } ? Shown(text) : null;

    private string? Shown(string? text) => text is null ? null : service.Shown(text);
}

internal sealed record StatusDocument(
    int Version,
    string? Service,
    string Region,
    string? Status,
    bool Ready,
    string? Message,
    VersionDocument Versions,
    CountDocument Counts,
    IReadOnlyList<InstanceDocument> Instances,
    EventDocument? NewestEvent,
    EndpointDocument Endpoints,
    bool Locked,
    IReadOnlyList<string> Scalers,
    IReadOnlyList<string> Missing);

internal sealed record VersionDocument(int Current, int Latest);

internal sealed record CountDocument(int Running, int Total);

internal sealed record InstanceDocument(
    string? Name, string? Status, string? Reason, int Restarts, string? LastState, bool? IsLatest, string? Zone);

internal sealed record EventDocument(string? Time, string? Type, string? Reason, string? Message);

internal sealed record EndpointDocument(string? Internet, string? Intranet);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(StatusDocument))]
internal sealed partial class StatusContext : JsonSerializerContext;
