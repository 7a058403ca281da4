using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using EasGen.AspNetCore.Calls;
using EasGen.AspNetCore.Tests.Kit;
using EasGen.AspNetCore.Tests.Proofs;
using EasGen.Testing;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace EasGen.AspNetCore.Tests;

/// <summary>
/// What an app sees that collects with OpenTelemetry. A meter is known by its name alone, so no other test may have one
/// meanwhile.
/// </summary>
[Collection(Alone.Name)]
public sealed class TelemetryTests : IDisposable
{
    private readonly List<Metric> metrics = [];
    private readonly List<Activity> activities = [];
    private readonly MeterProvider meters;
    private readonly TracerProvider tracers;

    public TelemetryTests()
    {
        meters = Sdk.CreateMeterProviderBuilder().AddMeter("EasGen").AddInMemoryExporter(metrics).Build();
        tracers = Sdk.CreateTracerProviderBuilder()
            .AddSource("EasGen")
            .SetSampler(new AlwaysOnSampler())
            .AddInMemoryExporter(activities)
            .Build();
    }

    [Fact]
    public async Task The_time_in_the_method_is_measured_without_HTTP()
    {
        await using var app = await App.Start(static service =>
        {
            service.PredictAsync<int, int>(
                "/naps",
                static async (_, milliseconds, token) => { await Task.Delay(milliseconds, token); return 1; });
            service.Predict<int, int>("/fails", static (_, number, _) => number == 0 ? throw new FormatException("no") : number);
        });

        using var nap = await app.Client.PostText("/naps", "200");
        using var fails = await app.Client.PostText("/fails", "0");
        using var wrong = await app.Client.PostText("/naps", "\"what no method gets to see\"");
        var durations = Collect("easgen.predict.duration", "s");

        Assert.Equal(HttpStatusCode.InternalServerError, fails.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal(["/fails System.FormatException", "/naps"], durations.Select(static point => Tags(point)).Order());
        var napped = durations.Single(static point => Tags(point) == "/naps");
        Assert.Equal(1, napped.GetHistogramCount());
        Assert.InRange(napped.GetHistogramSum(), 0.19, 20);
        var failed = Assert.Single(Predictions(), static activity => activity.DisplayName == "predict /fails");
        Assert.Equal((ActivityStatusCode.Error, "System.FormatException"), (failed.Status, failed.GetTagItem("error.type")));
        Assert.All(Predictions().Where(activity => activity != failed), static activity =>
            Assert.Equal((ActivityStatusCode.Unset, null), (activity.Status, activity.GetTagItem("error.type"))));
    }

    [Fact]
    public async Task A_call_that_gets_no_turn_is_not_measured()
    {
        await using var app = await App.Start(
            static service =>
            {
                service.PredictAsync<int, int>("/late", static (_, number, _) => new(number));
                service.Predict<int, int>("/done", static (_, number, _) => number);
            },
            App.Plain with { RequestTimeoutMilliseconds = 1500 });
        var turns = app.Services.GetRequiredService<PredictThreads>().Turns;
        while (await turns.WaitAsync(0))
            continue;

        using var late = await app.Client.PostText("/late", "7");
        using var done = await app.Client.PostText("/done", "8");

        Assert.Equal((HttpStatusCode.RequestTimeout, HttpStatusCode.OK), (late.StatusCode, done.StatusCode));
        Assert.Equal(["/done"], Collect("easgen.predict.duration", "s").Select(static point => Tags(point)));
    }

    [Fact]
    public async Task A_call_whose_turn_never_came_is_not_measured()
    {
        using var gate = new SemaphoreSlim(0);
        await using var app = await App.Start(
            service => service.Predict<int, int>(
                "/",
                (_, number, _) => { gate.Wait(CancellationToken.None); return number; },
                new() { MaxConcurrency = 1, MaxQueue = 2 }),
            App.Plain with { RequestTimeoutMilliseconds = 200 });

        using var late = await app.Client.PostText("/", "1");
        using var waiting = await app.Client.PostText("/", "1");
        gate.Release();
        await WaitUntil(() => Predictions().Count == 1);

        Assert.Equal(HttpStatusCode.RequestTimeout, waiting.StatusCode);
        Assert.Equal(1, Assert.Single(Collect("easgen.predict.duration", "s")).GetHistogramCount());
    }

    [Fact]
    public async Task A_stream_is_one_call_without_the_time_in_which_the_client_reads()
    {
        await using var app = await App.Listen(static service =>
            service.PredictStream<int, int>("/stream", static (_, items, _) => new(Count(items))));
        using (var events = await Events.Post(app.Client, "/stream", "3"))
            Assert.Equal(3, (await events.Rest()).Count);
        await app.Until(static app => app.InFlight == 0);

        var point = Assert.Single(Collect("easgen.predict.duration", "s"));
        Assert.Equal(1, point.GetHistogramCount());
        Assert.InRange(point.GetHistogramSum(), 0.14, 20);
        Assert.Equal("predict /stream", Assert.Single(Predictions()).DisplayName);
    }

    [Fact]
    public async Task What_runs_what_waits_and_what_is_refused_is_counted()
    {
        using var gate = new SemaphoreSlim(0);
        await using var app = await App.Start(service => service.Predict<int, int>(
            "/",
            (_, number, token) => { gate.Wait(token); return number; },
            new() { MaxConcurrency = 1, MaxQueue = 2 }));

        var calls = Enumerable.Range(0, 3).Select(_ => app.Client.PostText("/", "1")).ToArray();
        await app.Until(static app => app.InFlight == 3);
        await WaitUntil(() => Value("easgen.predict.queued_requests") == 2);
        using var refused = await app.Client.PostText("/", "1");
        var active = Value("easgen.predict.active_requests");
        gate.Release(3);
        foreach (var call in await Task.WhenAll(calls))
            call.Dispose();

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(3, active);
        Assert.Equal(1, Value("easgen.predict.rejected_requests"));
        Assert.Equal(0, Value("easgen.predict.queued_requests"));
        Assert.Equal(0, Value("easgen.predict.active_requests"));
    }

    [Fact]
    public async Task The_size_of_a_batch_and_the_wait_for_it_are_measured()
    {
        using var gate = new Gate<int>();
        await using var app = await App.Start(service => service.PredictBatchAsync<int, int>("/", async (_, batch, token) =>
        {
            await gate.Pass(batch, token);
            return batch;
        }, new() { MaxBatchSize = 4 }));

        var calls = new List<Task<HttpResponseMessage>> { app.Client.PostText("/", "1") };
        await app.Until(_ => gate.Calls.Length == 1);
        for (var caller = 1; caller <= 3; caller++)
        {
            calls.Add(app.Client.PostText("/", "1"));
            await WaitUntil(() => Value("easgen.predict.queued_requests") == caller);
        }
        await Task.Delay(200);
        gate.Open(2);
        foreach (var call in calls)
            (await call).Dispose();
        await WaitUntil(() => Predictions().Count == 2);

        var sizes = Assert.Single(Collect("easgen.predict.batch.size", "{request}"));
        var waits = Assert.Single(Collect("easgen.predict.batch.wait", "s"));
        Assert.Equal(("/", 2, 4.0), (Tags(sizes), sizes.GetHistogramCount(), sizes.GetHistogramSum()));
        Assert.Equal(("/", 4), (Tags(waits), waits.GetHistogramCount()));
        Assert.InRange(waits.GetHistogramSum(), 3 * 0.19, 60);
        Assert.Equal(2, Assert.Single(Collect("easgen.predict.duration", "s")).GetHistogramCount());
    }

    [Fact]
    public async Task What_a_batch_method_refuses_is_counted()
    {
        using var gate = new Gate<int>();
        await using var app = await App.Start(service => service.PredictBatchAsync<int, int>("/", async (_, batch, token) =>
        {
            await gate.Pass(batch, token);
            return batch;
        }, new() { MaxBatchSize = 2, MaxQueue = 2 }));
        var calls = new List<Task<HttpResponseMessage>> { app.Client.PostText("/", "1") };
        await app.Until(_ => gate.Calls.Length == 1);
        for (var caller = 1; caller <= 2; caller++)
        {
            calls.Add(app.Client.PostText("/", "1"));
            await WaitUntil(() => Value("easgen.predict.queued_requests") == caller);
        }

        using var refused = await app.Client.PostText("/", "1");
        gate.Open(2);
        foreach (var call in await Task.WhenAll(calls))
            call.Dispose();

        Assert.Equal((HttpStatusCode.TooManyRequests, 1), (refused.StatusCode, Value("easgen.predict.rejected_requests")));
    }

    [Fact]
    public async Task A_batch_is_linked_to_the_activities_of_its_requests()
    {
        using var web = Sdk.CreateTracerProviderBuilder()
            .AddSource("Microsoft.AspNetCore")
            .SetSampler(new AlwaysOnSampler())
            .AddInMemoryExporter(activities)
            .Build();
        await using var app = await App.Start(static service => service.PredictBatch<int, int>(
            "/",
            static (_, batch, _) => batch,
            new() { MaxBatchSize = 4 }));

        using var answer = await app.Client.PostText("/", "1");
        await WaitUntil(() => activities.Count == 3);

        var request = activities.Single(static activity => activity.Source.Name == "Microsoft.AspNetCore");
        var batch = Assert.Single(Predictions());
        Assert.Equal(request.Context, Assert.Single(batch.Links).Context);
        Assert.Null(batch.Parent);
    }

    [Fact]
    public async Task Load_time_and_probes_are_there_for_one_who_looks_later()
    {
        var isReady = true;
        await using var app = await App.Start(service =>
        {
            service.Startup(static (_, token) => new(Task.Delay(100, token)));
            service.StartupProbe("/startup", timeoutSeconds: 3);
            service.ReadinessProbe("/ready", timeoutSeconds: 3).Check((_, _) => isReady);
        });
        await app.Client.Probe("/startup");
        await app.Client.Probe("/ready");
        Assert.InRange(Assert.Single(Collect("easgen.load.duration", "s")).GetGaugeLastValueDouble(), 0.09, 20);
        Assert.Equal(["readiness 1", "startup 1"], Probes());

        isReady = false;
        await app.Client.Probe("/ready");

        Assert.Equal(["readiness 0", "startup 1"], Probes());
        Assert.Equal("load", Assert.Single(activities).OperationName);
    }

    [Fact]
    public async Task A_predictor_that_does_not_load_is_measured_too()
    {
        await using var app = await App.Start(
            static service => service.Startup(static (_, _) => throw new FileNotFoundException("no model")),
            waitForLoad: false);
        await app.Log.WaitFor("could not be loaded");

        Assert.Equal("System.IO.FileNotFoundException", Tags(Assert.Single(Collect("easgen.load.duration", "s"))));
        Assert.Equal(ActivityStatusCode.Error, Assert.Single(activities).Status);
    }

    [Fact]
    public async Task Activities_of_the_method_are_children_of_its_call()
    {
        using var user = new ActivitySource("Acme");
        using var tracer = Sdk.CreateTracerProviderBuilder()
            .AddSource("Acme")
            .SetSampler(new AlwaysOnSampler())
            .AddInMemoryExporter(activities)
            .Build();
        await using var app = await App.Start(service =>
        {
            service.Predict<int, int>("/", (_, number, _) => { using var own = user.StartActivity("own"); return number; });
            service.PredictStream<int, int>("/stream", (_, number, _) => new(Observed(user, number)));
        });

        using var answer = await app.Client.PostText("/", "1");
        using (var events = await Events.Post(app.Client, "/stream", "1"))
            await events.Rest();
        await app.Until(static app => app.InFlight == 0);
        await WaitUntil(() => Predictions().Count == 2);

        foreach (var own in activities.Where(static activity => activity.OperationName == "own"))
            Assert.Contains(Predictions(), predicted => predicted.SpanId == own.ParentSpanId);
        Assert.Equal(2, activities.Count(static activity => activity.OperationName == "own"));
        Assert.All(Predictions(), static activity => Assert.Equal(ActivityKind.Internal, activity.Kind));
    }

    [Fact]
    public async Task Every_instrument_is_documented_with_its_unit()
    {
        var instruments = new List<Instrument>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => instruments.Add(instrument) };
        listener.Start();
        await using var app = await App.Start(static service => service.Predict<int, int>("/", static (_, number, _) => number));
        var page = await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "docs", "operation.md"));

        var documented = page
            .Where(static line => line.StartsWith("| `easgen.", StringComparison.Ordinal))
            .Select(static line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(static cells => $"{cells[1]} {cells[3]}");
        var published = instruments
            .Where(static instrument => instrument.Meter.Name == "EasGen")
            .Select(static instrument => $"`{instrument.Name}` `{instrument.Unit}`");
        Assert.Equal(published.Distinct().Order(), documented.Order());
        // So that a collector needs no view to have them fine enough.
        Assert.Equal(
            ["easgen.predict.batch.size 1 to 1024", "easgen.predict.batch.wait 0.001 to 10", "easgen.predict.duration 0.005 to 10"],
            instruments.Where(static instrument => instrument.Meter.Name == "EasGen").Select(Bounds).OfType<string>().Distinct().Order());
    }

    private static string? Bounds(Instrument instrument) => instrument switch
    {
        Histogram<double> { Advice.HistogramBucketBoundaries: { } bounds } =>
            FormattableString.Invariant($"{instrument.Name} {bounds[0]} to {bounds[^1]}"),
        Histogram<int> { Advice.HistogramBucketBoundaries: { } bounds } =>
            FormattableString.Invariant($"{instrument.Name} {bounds[0]} to {bounds[^1]}"),
        _ => null,
    };

    public void Dispose()
    {
        meters.Dispose();
        tracers.Dispose();
    }

    private static async IAsyncEnumerable<int> Count(int items)
    {
        for (var item = 0; item < items; item++)
        {
            await Task.Delay(50, CancellationToken.None);
            yield return item;
        }
    }

    private static async IAsyncEnumerable<int> Observed(ActivitySource user, int number)
    {
        await Task.Yield();
        yield return number;
        using (user.StartActivity("own"))
            yield return number;
    }

    private List<Activity> Predictions() =>
        [.. activities.ToArray().Where(static activity => activity.OperationName.StartsWith("predict ", StringComparison.Ordinal))];

    private List<MetricPoint> Collect(string name, string unit)
    {
        metrics.Clear();
        meters.ForceFlush();
        var points = new List<MetricPoint>();
        foreach (var metric in metrics.Where(metric => metric.Name == name))
        {
            Assert.Equal(unit, metric.Unit);
            Assert.NotEmpty(metric.Description);
            foreach (ref readonly var point in metric.GetMetricPoints())
                points.Add(point);
        }
        return points;
    }

    private long Value(string name) => Assert.Single(Collect(name, "{request}")).GetSumLong();

    private string[] Probes() =>
        [.. Collect("easgen.probe.status", "1").Select(static point => $"{Tags(point)} {point.GetGaugeLastValueLong()}").Order()];

    private static string Tags(MetricPoint point)
    {
        var values = new List<object?>();
        foreach (var tag in point.Tags)
            values.Add(tag.Value);
        values.Sort(static (left, right) => string.CompareOrdinal(left?.ToString(), right?.ToString()));
        return string.Join(' ', values);
    }

    private static async Task WaitUntil(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!holds())
            await Task.Delay(5, patience.Token);
    }
}
