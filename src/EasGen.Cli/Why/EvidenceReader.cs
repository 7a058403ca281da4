using EasGen.Api;
using EasGen.Cli.Live;

namespace EasGen.Cli.Why;

/// <summary>Reads all that may tell what is wrong with a service.</summary>
/// <param name="client">Who is asked.</param>
/// <param name="name">The service.</param>
internal sealed class EvidenceReader(EasClient client, string name, CancellationToken interrupted)
{
    private const int Lines = 200;

    private readonly Gaps gaps = new();

    /// <summary>What there is. What cannot be read is missing in it, but for the service itself.</summary>
    public async Task<Evidence> ReadAsync(string region)
    {
        var service = new ObservedService(await client.DescribeServiceAsync(name, interrupted), region);
        var events = gaps.TryAsync("The events", client.DescribeServiceEventAsync(name, "Warning", cancellationToken: interrupted));
        var instances = gaps.TryAsync("The instances", client.ListServiceInstancesAsync(name, interrupted));
        var diagnoses = gaps.TryAsync("The diagnosis", client.DescribeServiceDiagnosisAsync(name, interrupted));
        var versions = service.State.LatestVersion > 1
            ? gaps.TryAsync("The versions", client.ListServiceVersionsAsync(name, interrupted))
            : Task.FromResult<IReadOnlyList<ServiceVersion>>([]);
        var worst = (await instances).Where(static one => one.RestartCount > 0).MaxBy(static one => one.RestartCount)?.InstanceName;
        var log = LogAsync("The log", worst, previous: false);
        var previous = worst is null ? Task.FromResult<IReadOnlyList<string>>([]) : LogAsync("The log before the restart", worst, true);
        var warnings = InOrder(await events, NewestOf(await versions));
        return new(service)
        {
            Warnings = warnings,
            OlderWarnings = (await events).Count - warnings.Count,
            Instances = await instances,
            Diagnoses = await diagnoses,
            Log = await log,
            PreviousLog = await previous,
            Missing = gaps.Missing,
        };
    }

    private Task<IReadOnlyList<string>> LogAsync(string what, string? instance, bool previous) => gaps.TryAsync(
        what,
        client.DescribeServiceLogAsync(name, new() { InstanceName = instance, Previous = previous, PageSize = Lines }, interrupted));

    // What an earlier version has suffered from may be mended by now. An event without a time counts.
    private static IReadOnlyList<ServiceEvent> InOrder(IReadOnlyList<ServiceEvent> events, DateTimeOffset newest) =>
    [
        .. events
            .Select((one, index) => (Event: one, Time: EventTime.Of(one.Time), Index: index))
            .Where(one => !string.Equals(one.Event.Type, "Normal", StringComparison.OrdinalIgnoreCase) && !(one.Time < newest))
            .OrderBy(static one => one.Time)
            .ThenByDescending(static one => one.Index)
            .Select(static one => one.Event),
    ];

    private static DateTimeOffset NewestOf(IReadOnlyList<ServiceVersion> versions) =>
        versions.Max(static version => EventTime.Of(version.BuildTime)) ?? DateTimeOffset.MinValue;
}
