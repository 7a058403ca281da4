using System.Diagnostics;
using System.Net;
using EasGen.AspNetCore.Tests.Kit;

namespace EasGen.AspNetCore.Tests;

/// <summary>More calls than a method can take.</summary>
public class BusyTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_too_many_is_refused_at_once(bool asynchronous)
    {
        using var release = new ManualResetEventSlim();
        var begun = 0;
        var options = new PredictOptions { MaxConcurrency = 2, MaxQueue = 1 };
        await using var app = await App.Start(service =>
        {
            if (asynchronous)
                service.PredictAsync<int, int>("/", async (_, number, _) =>
                {
                    Interlocked.Increment(ref begun);
                    await Task.Run(release.Wait, CancellationToken.None);
                    return number;
                }, options);
            else
                service.Predict<int, int>("/", (_, number, _) =>
                {
                    Interlocked.Increment(ref begun);
                    release.Wait(CancellationToken.None);
                    return number;
                }, options);
        });

        var running = new[] { app.Client.PostText("/", "1"), app.Client.PostText("/", "2") };
        await app.Until(_ => begun == 2);
        var waiting = app.Client.PostText("/", "3");
        await app.UntilQueued(1);
        using var refused = await app.Client.PostText("/", "4");
        Assert.Equal(2, begun);
        release.Set();

        Assert.Equal(
            "scripted is busy, and enough requests wait already.",
            (await refused.Problem(HttpStatusCode.TooManyRequests)).Text("detail"));
        Assert.Equal("1", refused.Headers.RetryAfter?.ToString());
        foreach (var answer in (Task<HttpResponseMessage>[])[.. running, waiting])
        {
            using var response = await answer;
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
        Assert.Empty(app.Log.Warnings);
    }

    [Fact]
    public async Task A_synchronous_method_runs_as_often_as_there_are_cores_unless_it_says_otherwise()
    {
        using var release = new ManualResetEventSlim();
        var begun = 0;
        await using var app = await App.Start(service => service.Predict<int, int>(
            "/",
            (_, number, _) => { Interlocked.Increment(ref begun); release.Wait(CancellationToken.None); return number; }));

        var calls = Enumerable.Range(0, Environment.ProcessorCount + PredictOptions.Default.MaxQueue)
            .Select(_ => app.Client.PostText("/", "1"))
            .ToArray();
        await app.Until(_ => begun == Environment.ProcessorCount);
        await app.UntilQueued(PredictOptions.Default.MaxQueue);
        using var refused = await app.Client.PostText("/", "1");
        Assert.Equal(Environment.ProcessorCount, begun);
        release.Set();

        await refused.Problem(HttpStatusCode.TooManyRequests);
        Assert.All(await Task.WhenAll(calls), static call => Assert.Equal(HttpStatusCode.OK, call.StatusCode));
    }

    [Fact]
    public async Task An_asynchronous_method_takes_any_number()
    {
        var release = new TaskCompletionSource();
        var begun = 0;
        await using var app = await App.Start(service => service.PredictAsync<int, int>(
            "/",
            async (_, number, _) => { Interlocked.Increment(ref begun); await release.Task; return number; }));

        var calls = Enumerable.Range(0, 300).Select(_ => app.Client.PostText("/", "1")).ToArray();
        await app.Until(_ => begun == 300);
        release.SetResult();

        Assert.All(await Task.WhenAll(calls), static call => Assert.Equal(HttpStatusCode.OK, call.StatusCode));
    }

    [Fact]
    public async Task The_limit_of_time_holds_for_synchronous_methods_and_their_place_stays_taken()
    {
        using var release = new ManualResetEventSlim();
        await using var app = await App.Start(
            service => service.Predict<int, int>("/", (_, number, _) =>
            {
                release.Wait(CancellationToken.None);
                return number;
            }, new() { MaxConcurrency = 1, MaxQueue = 1 }),
            App.Plain with { RequestTimeoutMilliseconds = 300 });

        using var late = await app.Client.PostText("/", "1");
        using var neverBegun = await app.Client.PostText("/", "2");
        release.Set();
        await app.Log.WaitFor("too late for its caller");

        Assert.Equal("No answer within 300 ms.", (await late.Problem(HttpStatusCode.RequestTimeout)).Text("detail"));
        await neverBegun.Problem(HttpStatusCode.RequestTimeout);
        using var next = await app.Client.PostText("/", "3");
        Assert.Equal("3", await next.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_stream_that_comes_too_late_is_closed(bool inBatch)
    {
        using var release = new ManualResetEventSlim();
        using var stream = new MemoryStream();
        await using var app = await App.Start(
            service =>
            {
                if (inBatch)
                    service.PredictBatch<int, Stream>("/", (_, _, _) => new[] { Late() }, new() { MaxBatchSize = 2 });
                else
                    service.Predict<int, Stream>("/", (_, _, _) => Late());
            },
            App.Plain with { RequestTimeoutMilliseconds = 200 });

        using var late = await app.Client.PostText("/", "1");
        Assert.True(stream.CanRead);
        release.Set();

        await late.Problem(HttpStatusCode.RequestTimeout);
        await app.Until(_ => !stream.CanRead);

        Stream Late()
        {
            release.Wait(CancellationToken.None);
            return stream;
        }
    }

    [Fact]
    public async Task What_fails_too_late_is_logged_all_the_same()
    {
        using var release = new ManualResetEventSlim();
        await using var app = await App.Start(
            service => service.Predict<int, int>("/", int (_, _, _) =>
            {
                release.Wait(CancellationToken.None);
                throw new InvalidOperationException("no card");
            }),
            App.Plain with { RequestTimeoutMilliseconds = 100 });

        using var late = await app.Client.PostText("/", "1");
        release.Set();
        await app.Log.WaitFor("failed after");

        await late.Problem(HttpStatusCode.RequestTimeout);
        Assert.Contains(app.Log.Entries, static entry => entry.Exception is InvalidOperationException { Message: "no card" });
    }

    [Fact]
    public async Task A_stream_has_its_place_until_its_last_item_is_gone()
    {
        var release = new TaskCompletionSource();
        await using var app = await App.Listen(service => service.PredictStream<int, int>(
            "/",
            (_, _, _) => new(Items(release.Task)),
            new() { MaxConcurrency = 1, MaxQueue = 0 }));
        using var events = await Events.Post(app.Client, "/", "1");
        Assert.Equal("data: 1", await events.Next());

        using var refused = await app.Client.PostText("/", "1");
        release.SetResult();

        await refused.Problem(HttpStatusCode.TooManyRequests);
        Assert.Equal(["data: 2"], await events.Rest());
        await app.Until(static app => app.InFlight == 0);
        using var next = await Events.Post(app.Client, "/", "1");
        Assert.Equal(["data: 1", "data: 2"], await next.Rest());
    }

    [Fact]
    public async Task The_method_is_called_in_the_context_of_its_request()
    {
        var local = new AsyncLocal<string>();
        await using var app = await App.Start(
            service => service.Predict<int, string?>("/", (_, _, _) => local.Value + Activity.Current?.OperationName),
            use: app => Microsoft.AspNetCore.Builder.UseExtensions.Use(app, async (context, next) =>
            {
                using var activity = new Activity("mine").Start();
                local.Value = "it is ";
                await next(context);
            }));

        using var response = await app.Client.PostText("/", "1");

        Assert.Equal("\"it is mine\"", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_threads_that_were_kept_are_given_back()
    {
        // Other tests keep threads at the same time, but none as many.
        var app = await App.Start(static service => service.Predict<int, int>("/", static (_, number, _) => number, new()
        {
            MaxConcurrency = 700,
        }));
        ThreadPool.GetMinThreads(out var kept, out _);

        await app.DisposeAsync();

        ThreadPool.GetMinThreads(out var left, out _);
        Assert.InRange(kept, 700, int.MaxValue);
        Assert.InRange(left, 1, 699);
    }

    private static async IAsyncEnumerable<int> Items(Task release)
    {
        yield return 1;
        await release;
        yield return 2;
    }
}
