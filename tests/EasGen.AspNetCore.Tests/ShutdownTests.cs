using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Runtime.CompilerServices;
using Acme;
using EasGen.AspNetCore.Calls;
using EasGen.AspNetCore.Shutdown;
using EasGen.AspNetCore.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace EasGen.AspNetCore.Tests;

public class ShutdownTests
{
    private const string Measurement = """{"petalLength":1.4,"petalWidth":0.2}""";

    [Fact, Trait("Needs", "Process")]
    public async Task Sigterm_drains_and_finishes_what_runs()
    {
        using var app = await ChildApp.Start();
        var readyBefore = await app.Client.Probe(IrisClassifier.Eas.ReadinessPath);

        // Longer than the drain: it is still running when the server stops.
        var running = app.Client.PostText("/later", $$"""{"delayMilliseconds":5000,"measurement":{{Measurement}}}""");
        await app.WaitFor("begun");
        var termination = Stopwatch.StartNew();
        await app.Signal("TERM");
        await app.WaitFor("no longer ready");

        var readyAfter = await app.Client.Probe(IrisClassifier.Eas.ReadinessPath);
        var aliveAfter = await app.Client.Probe(IrisClassifier.Eas.LivenessPath);
        using var fresh = await app.Client.PostText("/", Measurement);
        using var finished = await running;
        var exitCode = await app.Exit();

        Assert.Equal(HttpStatusCode.OK, readyBefore.Code);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, readyAfter.Code);
        Assert.Equal("is shutting down", readyAfter.Body.Text("description"));
        Assert.Equal(HttpStatusCode.OK, aliveAfter.Code);
        Assert.Equal(HttpStatusCode.OK, fresh.StatusCode);
        Assert.True(fresh.Headers.ConnectionClose);
        Assert.Equal(HttpStatusCode.OK, finished.StatusCode);
        Assert.Equal("setosa", (await finished.Json()).Text("name"));
        Assert.Equal(0, exitCode);
        Assert.InRange(termination.Elapsed.TotalSeconds, 0, IrisClassifier.Eas.GracePeriodSeconds);
    }

    [Fact, Trait("Needs", "Process")]
    public async Task Sigterm_lets_a_stream_end()
    {
        using var app = await ChildApp.Start();
        using var events = await Events.Post(app.Client, "/stream", $$"""{"delayMilliseconds":4000,"measurement":{{Measurement}}}""");
        var first = await events.Next();

        // The drain is shorter than the stream.
        await app.Signal("TERM");

        const string item = """data: {"name":"setosa"}""";
        Assert.Equal(item, first);
        Assert.Equal([item], await events.Rest());
        Assert.Equal(0, await app.Exit());
    }

    [Fact, Trait("Needs", "Process")]
    public async Task A_request_that_outlasts_the_grace_period_does_not_hold_the_process()
    {
        using var app = await ChildApp.Start("hasty");
        var running = app.Client.PostText("/", Measurement);
        await app.WaitFor("begun");

        await app.Signal("TERM");

        // The request itself would take ten minutes, longer than the test waits for the exit.
        using var cut = await running;
        await cut.Problem(HttpStatusCode.ServiceUnavailable);
        Assert.True(cut.Headers.ConnectionClose);
        Assert.Equal("1", cut.Headers.RetryAfter?.ToString());
        Assert.Equal(0, await app.Exit());
        Assert.Contains("requests cut off: 1", app.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Batches_that_run_and_that_wait_are_finished()
    {
        using var gate = new Gate<int>();
        await using var app = await App.Listen(
            service => service.PredictBatchAsync<int, int>("/", async (_, batch, token) =>
            {
                await gate.Pass(batch, token);
                return batch;
            }, new() { MaxBatchSize = 2, MaxBatchDelayMilliseconds = 50 }),
            App.Plain with { GracePeriodSeconds = 60, DrainSeconds = 0 });
        var calls = new List<Task<HttpResponseMessage>> { app.Client.PostText("/", "1") };
        await app.Until(_ => gate.Calls.Length == 1);
        for (var waiting = 1; waiting <= 3; waiting++)
        {
            calls.Add(app.Client.PostText("/", "1"));
            await app.UntilQueued(waiting);
        }

        var stopping = app.Services.GetRequiredService<IHost>().StopAsync();
        await Task.Delay(200);
        Assert.False(stopping.IsCompleted);
        gate.Open(3);

        foreach (var call in calls)
        {
            using var response = await call;
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
        await stopping.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal([1, 2, 1], gate.Calls.Select(static call => call.Length));
        Assert.Empty(app.Log.Warnings);
    }

    [Fact]
    public async Task A_batch_that_ignores_everything_is_answered_for_and_does_not_hold_the_process()
    {
        using var gate = new Gate<int>();
        await using var app = await App.Listen(
            service => service.PredictBatch<int, int>(
                "/",
                (_, batch, _) => { gate.Note(batch); Thread.Sleep(60_000); return batch; },
                new() { MaxBatchSize = 2 }),
            App.Plain with { GracePeriodSeconds = 4, DrainSeconds = 0 });
        var calls = new List<Task<HttpResponseMessage>> { app.Client.PostText("/", "1") };
        await app.Until(_ => gate.Calls.Length == 1);
        calls.AddRange([app.Client.PostText("/", "2"), app.Client.PostText("/", "3")]);
        await app.UntilQueued(2);

        var stopping = app.Services.GetRequiredService<IHost>().StopAsync();

        foreach (var call in calls)
        {
            using var cut = await call;
            Assert.Equal(
                "scripted is shutting down; another instance may answer.",
                (await cut.Problem(HttpStatusCode.ServiceUnavailable)).Text("detail"));
        }
        await stopping.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("/blocks")]
    [InlineData("/async-blocks")]
    public async Task A_method_that_ignores_everything_is_answered_for_and_does_not_hold_the_process(string route)
    {
        await using var app = await App.Listen(
            service =>
            {
                service.Predict<int, int>("/blocks", static (_, number, _) => { Thread.Sleep(60_000); return number; });
                service.PredictAsync<int, int>(
                    "/async-blocks",
                    static async (_, number, _) => { Thread.Sleep(60_000); await Task.Yield(); return number; });
            },
            App.Plain with { GracePeriodSeconds = 4, DrainSeconds = 0 });
        var running = app.Client.PostText(route, "1");
        await app.Until(static app => app.InFlight == 1);

        var stopping = app.Services.GetRequiredService<IHost>().StopAsync();

        using var cut = await running;
        await cut.Problem(HttpStatusCode.ServiceUnavailable);
        await stopping.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("/whole")]
    [InlineData("/stream")]
    [InlineData("/batch")]
    public async Task The_predictor_is_not_disposed_while_a_method_uses_it(string route)
    {
        var happened = new ConcurrentQueue<string>();
        int Use(int number)
        {
            Thread.Sleep(1000);
            happened.Enqueue("used");
            return number;
        }
        var app = await App.Start(
            service =>
            {
                service.Predict<int, int>("/whole", (_, number, _) => Use(number));
                service.PredictStream<int, int>("/stream", (_, number, _) => new(Items(() => Use(number))));
                service.PredictBatch<int, int>("/batch", (_, batch, _) => new[] { Use(batch[0]) }, new() { MaxBatchSize = 2 });
            },
            App.Plain with { RequestTimeoutMilliseconds = 100 });
        app.Services.GetRequiredService<Scripted>().Disposing = () => happened.Enqueue("disposed");

        using (var late = await app.Client.PostText(route, "1"))
            await late.Problem(HttpStatusCode.RequestTimeout);
        await app.DisposeAsync();

        Assert.Equal(["used", "disposed"], happened);
    }

    [Fact]
    public async Task Nor_while_a_check_uses_it()
    {
        var happened = new ConcurrentQueue<string>();
        var app = await App.Start(service => service.ReadinessProbe("/ready", timeoutSeconds: 1).Check((_, _) =>
        {
            Thread.Sleep(1500);
            happened.Enqueue("checked");
            return true;
        }));
        app.Services.GetRequiredService<Scripted>().Disposing = () => happened.Enqueue("disposed");

        await app.Client.Probe("/ready");
        await app.DisposeAsync();

        Assert.Equal(["checked", "disposed"], happened);
    }

    [Fact]
    public async Task A_late_answer_that_cannot_be_closed_counts_once()
    {
        await using var app = await App.Start(
            static service => service.Predict<int, Stream>("/", static (_, _, cancellationToken) =>
            {
                cancellationToken.WaitHandle.WaitOne();
                return new Unclosable();
            }),
            App.Plain with { RequestTimeoutMilliseconds = 50 });

        using (var late = await app.Client.PostText("/", "1"))
            await late.Problem(HttpStatusCode.RequestTimeout);
        await app.Log.WaitFor("too late for its caller");
        await Task.Delay(200);

        Assert.Equal(0, app.Services.GetRequiredService<RunningCalls>().Count);
    }

    private sealed class Unclosable : MemoryStream
    {
        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            throw new IOException("the pipe is broken");
        }
    }

    [Fact]
    public async Task Nor_while_it_loads()
    {
        var happened = new ConcurrentQueue<string>();
        var app = await App.Start(
            service => service.Startup((predictor, _) =>
            {
                predictor.Disposing = () => happened.Enqueue("disposed");
                Thread.Sleep(500);
                happened.Enqueue("loaded");
                return ValueTask.CompletedTask;
            }),
            waitForLoad: false);

        await app.DisposeAsync();

        Assert.Equal(["loaded", "disposed"], happened);
    }

    [Fact, Trait("Needs", "Process")]
    public async Task The_process_ends_rather_than_dispose_what_is_used()
    {
        using var app = await ChildApp.Start("hasty");
        var running = app.Client.PostText("/heedless", Measurement);
        await app.WaitFor("begun");

        await app.Signal("TERM");

        using var cut = await running;
        await cut.Problem(HttpStatusCode.ServiceUnavailable);
        Assert.Equal(0, await app.Exit());
        Assert.Contains("Calls that heed no token still run: 1", app.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("disposed by the app", app.Output, StringComparison.Ordinal);
    }

    private static async IAsyncEnumerable<int> Items(Func<int> next)
    {
        await Task.Yield();
        yield return next();
    }

    [Fact]
    public async Task A_stream_that_does_not_end_in_time_is_told_so()
    {
        await using var app = await App.Listen(
            static service => service.PredictStream<int, int>("/", static (_, _, cancellationToken) => new(Endless(cancellationToken))),
            App.Plain with { GracePeriodSeconds = 4, DrainSeconds = 0 });
        using var events = await Events.Post(app.Client, "/", "1");
        Assert.Equal("data: 1", await events.Next());

        var stopping = app.Services.GetRequiredService<IHost>().StopAsync();

        await events.Problem(HttpStatusCode.ServiceUnavailable);
        await stopping.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Contains(app.Log.Warnings, static text => text.Contains("requests cut off: 1", StringComparison.Ordinal));
    }

    private static async IAsyncEnumerable<int> Endless([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return 1;
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    [Theory, Trait("Needs", "Process")]
    [InlineData("TERM", false, "nothing to drain")]
    [InlineData("INT", true, "")]
    public async Task There_is_no_drain_if_nothing_was_served_or_a_person_ends_it(string signal, bool isReady, string said)
    {
        using var app = await ChildApp.Start("patient");
        if (isReady)
            await app.Client.Probe("/healthz/ready");

        await app.Signal(signal);

        // The drain would last longer than the test waits.
        Assert.Equal(0, await app.Exit());
        Assert.Contains(said, app.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("no longer ready", app.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Traffic_may_come_once_the_service_is_known_to_be_ready()
    {
        static bool WasOffered(App app) => app.Services.GetRequiredService<DrainState>().WasOffered;
        await using var probed = await App.Start(static service => service.ReadinessProbe("/ready", timeoutSeconds: 3));
        await using var asked = await App.Start(static service =>
        {
            service.ReadinessProbe("/ready", timeoutSeconds: 3).Check(static (_, _) => false);
            service.LivenessProbe("/live", timeoutSeconds: 3);
            service.Predict<int, int>("/", static (_, number, _) => number);
        });
        await using var unprobed = await App.Start(static service => service.Predict<int, int>("/", static (_, number, _) => number));

        Assert.False(WasOffered(probed));
        await probed.Client.Probe("/ready");

        Assert.True(WasOffered(probed));
        await asked.Client.Probe("/ready");
        await asked.Client.Probe("/live");
        Assert.False(WasOffered(asked));
        using var response = await asked.Client.PostText("/", "7");
        Assert.True(WasOffered(asked));
        // Without the probe, EAS goes by the port alone.
        await unprobed.Until(WasOffered);
    }

    [Fact, Trait("Needs", "Process")]
    public async Task Control_C_ends_a_drain()
    {
        using var app = await ChildApp.Start("patient");
        await app.Client.Probe("/healthz/ready");
        await app.Signal("TERM");
        await app.WaitFor("serving for another 300 s");
        var ready = await app.Client.Probe("/healthz/ready");

        await app.Signal("INT");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.Code);
        Assert.Equal(0, await app.Exit());
    }

    [Fact]
    public async Task While_draining_it_answers_but_wants_no_traffic()
    {
        await using var app = await App.Start(static service =>
        {
            service.StartupProbe("/startup", timeoutSeconds: 3);
            service.ReadinessProbe("/ready", timeoutSeconds: 3);
            service.LivenessProbe("/live", timeoutSeconds: 3);
            service.Predict<int, int>("/", static (_, number, _) => number);
        }, App.Plain with { DrainSeconds = 0 });
        using var before = await app.Client.PostText("/", "7");

        app.Services.GetRequiredService<DrainState>().Begin();

        using var after = await app.Client.PostText("/", "7");
        Assert.Null(before.Headers.ConnectionClose);
        Assert.True(after.Headers.ConnectionClose);
        Assert.Equal("7", await after.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, (await app.Client.Probe("/startup")).Code);
        var ready = await app.Client.Probe("/ready");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "is shutting down"), (ready.Code, ready.Body.Text("description")));
        Assert.Equal(HttpStatusCode.OK, (await app.Client.Probe("/live")).Code);
    }

    [Fact]
    public async Task While_draining_HTTP_2_clients_are_sent_away_as_well()
    {
        await using var app = await App.Listen(
            static service => service.Predict<int, int>("/", static (_, number, _) => number),
            App.Plain with { Grpc = true, DrainSeconds = 0 });
        var connections = new List<OwnConnection>();
        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancel) =>
            {
                var connection = await OwnConnection.To(context.DnsEndPoint, cancel);
                connections.Add(connection);
                return connection;
            },
        };
        using var client = new HttpClient(handler)
        {
            BaseAddress = app.Client.BaseAddress,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

        using var first = await client.PostText("/", "1");
        using var second = await client.PostText("/", "2");
        var connectionsBefore = connections.Count;
        app.Services.GetRequiredService<DrainState>().Begin();
        using var last = await client.PostText("/", "3");
        // Not as soon as the server has closed it: a client that has not heard of it yet would write to it once more.
        await connections[0].Closed.WaitAsync(TimeSpan.FromMinutes(1));
        using var elsewhere = await client.PostText("/", "4");

        Assert.Equal(1, connectionsBefore);
        Assert.Equal("3", await last.Content.ReadAsStringAsync());
        Assert.Equal("4", await elsewhere.Content.ReadAsStringAsync());
        Assert.Equal(2, connections.Count);
    }

    [Theory]
    [InlineData(30, null, 10, 26, 27, 29.25)]
    [InlineData(45, 20, 20, 39.5, 40.5, 43.875)]
    [InlineData(45, 0, 0, 39.5, 40.5, 43.875)]
    [InlineData(600, null, 10, 594, 595, 598.75)]
    [InlineData(6, null, 2, 4.4, 5.4, 5.85)]
    [InlineData(5, 60, 4.5, 3.5, 4.5, 4.875)]
    [InlineData(1, null, 1 / 3.0, 0.375, 0.5, 0.875)]
    [InlineData(int.MaxValue, null, 10, 86394, 86395, 86398.75)]
    public void The_plan_fits_into_the_grace_period(int grace, int? declared, double drain, double cut, double timeout, double end)
    {
        var plan = ShutdownPlan.For(App.Plain with { GracePeriodSeconds = grace, DrainSeconds = declared });

        Assert.Equal(drain, plan.Drain.TotalSeconds, precision: 3);
        Assert.Equal(cut, plan.Cut.TotalSeconds, precision: 3);
        Assert.Equal(timeout, plan.Timeout.TotalSeconds, precision: 3);
        Assert.Equal(end, plan.End.TotalSeconds, precision: 3);
        Assert.True(plan.Drain <= plan.Timeout && plan.Cut < plan.Timeout && plan.Timeout < plan.End && plan.End.TotalSeconds < grace);
    }

    [Fact]
    public async Task The_host_waits_as_long_as_the_plan_says()
    {
        await using var app = await App.Start(_ => { }, App.Plain with { GracePeriodSeconds = 45 });

        Assert.Equal(TimeSpan.FromSeconds(40.5), app.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout);
    }
}
