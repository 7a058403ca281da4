using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using EasGen.AspNetCore.Shutdown;

namespace EasGen.AspNetCore.Telemetry;

/// <summary>
/// The meter of the service: what the framework's own metrics of HTTP cannot tell. What changes seldom is observed, so that
/// it is not lost on a listener that comes later. Documented in <c>docs/operation.md</c>.
/// </summary>
internal sealed class EasMetrics
{
    /// <summary>The name of the meter and of the source of activities.</summary>
    public const string Name = "EasGen";

    public const string RouteTag = "http.route";
    public const string ErrorTag = "error.type";

    private readonly Histogram<double> predictDuration;
    private readonly Histogram<int> batchSize;
    private readonly Histogram<double> batchWait;
    private readonly Counter<long> rejectedRequests;
    private readonly ConcurrentQueue<(string Route, Func<long> Queued)> queues = new();
    private readonly ConcurrentDictionary<ProbeKind, bool> probes = new();
    private volatile Measurement<double>[] loadDuration = [];

    public EasMetrics(IMeterFactory meters, RequestsInFlight requests)
    {
        var meter = meters.Create(Name, Version);
        predictDuration = meter.CreateHistogram(
            "easgen.predict.duration",
            unit: "s",
            description: "Time in a predict method, without HTTP and without waiting for a place.",
            tags: null,
            // Those of http.server.request.duration, so that the two can be compared.
            new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
            });
        batchSize = meter.CreateHistogram(
            "easgen.predict.batch.size",
            unit: "{request}",
            description: "Requests that a batch method is given at once.",
            tags: null,
            new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024] });
        batchWait = meter.CreateHistogram(
            "easgen.predict.batch.wait",
            unit: "s",
            description: "Time for which a request waits until its batch begins.",
            tags: null,
            new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
            });
        rejectedRequests = meter.CreateCounter<long>(
            "easgen.predict.rejected_requests",
            unit: "{request}",
            description: "Requests answered with 429 because enough others wait.");
        meter.CreateObservableUpDownCounter(
            "easgen.predict.active_requests",
            () => (long)requests.Count,
            unit: "{request}",
            description: "Requests to predict methods that are being served or wait.");
        meter.CreateObservableUpDownCounter(
            "easgen.predict.queued_requests",
            Queued,
            unit: "{request}",
            description: "Requests that wait until others are done.");
        meter.CreateObservableGauge(
            "easgen.load.duration",
            () => loadDuration,
            unit: "s",
            description: "Time in which the predictor was constructed and loaded.");
        meter.CreateObservableGauge(
            "easgen.probe.status",
            () => probes.Select(static probe => new Measurement<int>(probe.Value ? 1 : 0, Tag("easgen.probe", NameOf(probe.Key)))),
            unit: "1",
            description: "The last answer of a probe: 1 is green, 0 is red.");
    }

    public static ActivitySource Activities { get; } = new(Name, Version);

    private static string? Version => typeof(EasMetrics).Assembly.GetName().Version?.ToString(fieldCount: 3);

    /// <summary>Observes the queue of a predict method.</summary>
    public void Watch(string route, Func<long> queued) => queues.Enqueue((route, queued));

    public void Predicted(string route, TimeSpan inMethod, Exception? failure)
    {
        if (failure is null)
            predictDuration.Record(inMethod.TotalSeconds, Tag(RouteTag, route));
        else
            predictDuration.Record(inMethod.TotalSeconds, Tag(RouteTag, route), Tag(ErrorTag, failure.GetType().FullName));
    }

    /// <param name="route">The route of the method.</param>
    /// <param name="waits">How long each request of the batch has waited.</param>
    public void BatchBegins(string route, IEnumerable<TimeSpan> waits)
    {
        var size = 0;
        foreach (var wait in waits)
        {
            batchWait.Record(wait.TotalSeconds, Tag(RouteTag, route));
            size++;
        }
        batchSize.Record(size, Tag(RouteTag, route));
    }

    public void Rejected(string route) => rejectedRequests.Add(1, Tag(RouteTag, route));

    public void Loaded(TimeSpan duration, Exception? failure) => loadDuration = failure is null
        ? [new(duration.TotalSeconds)]
        : [new(duration.TotalSeconds, Tag(ErrorTag, failure.GetType().FullName))];

    public void Probed(ProbeKind probe, bool isGreen) => probes[probe] = isGreen;

    private IEnumerable<Measurement<long>> Queued() =>
        queues.Select(static queue => new Measurement<long>(queue.Queued(), Tag(RouteTag, queue.Route)));

    private static string NameOf(ProbeKind probe) => probe switch
    {
        ProbeKind.Startup => "startup",
        ProbeKind.Readiness => "readiness",
        _ => "liveness",
    };

    private static KeyValuePair<string, object?> Tag(string name, string? value) => new(name, value);
}
