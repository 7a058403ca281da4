using System.Globalization;
using System.Net;
using EasGen.AspNetCore.Tests.Kit;

namespace EasGen.AspNetCore.Tests.Batches;

/// <summary>Callers send and get single items; the method sees batches.</summary>
public class BatchTests
{
    private static readonly BatchOptions OfFour = new() { MaxBatchSize = 4, MaxQueue = 8 };

    [Fact]
    public async Task What_waits_while_a_batch_runs_is_the_next_batch()
    {
        using var gate = new Gate<int>();
        await using var app = await Squaring(gate, OfFour);

        var first = app.Client.PostText("/", "1");
        await app.Until(_ => gate.Calls.Length == 1);
        var others = await Wait(app, 2, 3, 4, 5, 6);
        gate.Open(3);

        Assert.Equal("1", await Body(first));
        Assert.Equal(["4", "9", "16", "25", "36"], await Bodies(others));
        Assert.Equal([[1], [2, 3, 4, 5], [6]], gate.Calls);
        Assert.Empty(app.Log.Warnings);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task As_many_batches_run_as_may_run_at_a_time(int concurrency)
    {
        using var gate = new Gate<int>();
        await using var app = await Squaring(gate, OfFour with { MaxConcurrency = concurrency });

        var calls = new List<Task<HttpResponseMessage>>();
        for (var number = 1; number <= 5; number++)
        {
            calls.Add(app.Client.PostText("/", Text(number)));
            await app.Until(app => gate.Calls.Length + app.Queued() == number);
        }
        Assert.Equal(concurrency, gate.Calls.Length);
        gate.Open(5);

        Assert.Equal(["1", "4", "9", "16", "25"], await Bodies(calls));
    }

    [Fact]
    public async Task A_synchronous_method_gives_every_caller_its_own_answer()
    {
        await using var app = await App.Start(static service => service.PredictBatch<int, string>(
            "/",
            static (_, batch, _) => Array.ConvertAll(batch, static number => $"no. {number}"),
            new() { MaxBatchSize = 32, MaxBatchDelayMilliseconds = 2, MaxQueue = 1000 }));

        var calls = Enumerable.Range(0, 1000).Select(number => app.Client.PostText("/", Text(number))).ToArray();

        Assert.Equal(Enumerable.Range(0, 1000).Select(static number => $"\"no. {number}\""), await Bodies(calls));
        Assert.Empty(app.Log.Warnings);
    }

    [Fact]
    public async Task A_thousand_at_once_are_answered_or_refused()
    {
        using var gate = new Gate<int>();
        await using var app = await Squaring(gate, OfFour);

        var calls = Enumerable.Range(0, 1000).Select(number => app.Client.PostText("/", Text(number))).ToArray();
        // All but those that a batch and the queue hold.
        await app.Until(_ => calls.Count(static call => call.IsCompleted) >= 1000 - 12);
        gate.Open(1000);
        var answers = await Task.WhenAll(calls);

        HttpStatusCode[] expected = [HttpStatusCode.OK, HttpStatusCode.TooManyRequests];
        Assert.All(answers, answer => Assert.Contains(answer.StatusCode, expected));
        Assert.InRange(answers.Count(static answer => answer.StatusCode == HttpStatusCode.OK), 9, 12);
        Assert.All(gate.Calls, static call => Assert.InRange(call.Length, 1, 4));
    }

    [Fact]
    public async Task One_too_many_is_refused_at_once()
    {
        using var gate = new Gate<int>();
        await using var app = await Squaring(gate, new() { MaxBatchSize = 2, MaxQueue = 2 });
        var running = app.Client.PostText("/", "1");
        await app.Until(_ => gate.Calls.Length == 1);
        var waiting = await Wait(app, 2, 3);

        for (var call = 0; call < 3; call++)
        {
            using var refused = await app.Client.PostText("/", "4");
            await refused.Problem(HttpStatusCode.TooManyRequests);
            Assert.Equal("1", refused.Headers.RetryAfter?.ToString());
        }
        gate.Open(2);

        Assert.Equal(["1", "4", "9"], await Bodies([running, .. waiting]));
        // Those that were refused wait no more.
        var next = app.Client.PostText("/", "5");
        await app.Until(_ => gate.Calls.Length == 3);
        var others = await Wait(app, 6, 7);
        gate.Open(2);
        Assert.Equal(["25", "36", "49"], await Bodies([next, .. others]));
        Assert.Empty(app.Log.Warnings);
    }

    [Fact]
    public async Task A_request_that_is_no_item_is_refused_before_it_joins_a_batch()
    {
        using var gate = new Gate<int>();
        await using var app = await Squaring(gate, OfFour);
        var running = app.Client.PostText("/", "1");
        await app.Until(_ => gate.Calls.Length == 1);

        using var nothing = await app.Client.PostText("/", "");
        using var list = await app.Client.PostText("/", "[]");
        using var none = await app.Client.PostText("/", "null");
        gate.Open();

        await nothing.Problem(HttpStatusCode.BadRequest);
        await list.Problem(HttpStatusCode.BadRequest);
        await none.Problem(HttpStatusCode.BadRequest);
        Assert.Equal("1", await Body(running));
        Assert.Equal([[1]], gate.Calls);
    }

    [Fact]
    public async Task Bytes_come_as_they_are()
    {
        await using var app = await App.Start(static service => service.PredictBatch<byte[], byte[]>(
            "/",
            static (_, batch, _) => Array.ConvertAll(batch, static bytes => bytes.Reverse().ToArray()),
            OfFour));

        using var response = await app.Client.PostBytes("/", [1, 2, 3], "application/octet-stream");

        Assert.Equal([3, 2, 1], await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task The_time_limit_of_one_does_not_hold_up_the_others()
    {
        using var gate = new Gate<int>();
        await using var app = await Squaring(gate, OfFour, App.Plain with { RequestTimeoutMilliseconds = 1500 });
        var first = app.Client.PostText("/", "1");
        await app.Until(_ => gate.Calls.Length == 1);

        // Its time is over before its batch is, and that of the other one, which comes later, is not.
        var early = (await Wait(app, 2))[0];
        await Task.Delay(1000);
        var late = (await Wait(app, 3))[0];
        gate.Open();
        await app.Until(_ => gate.Calls.Length == 2);
        using var timedOut = await early;
        gate.Open();

        Assert.Equal("1", await Body(first));
        Assert.Equal("No answer within 1500 ms.", (await timedOut.Problem(HttpStatusCode.RequestTimeout)).Text("detail"));
        Assert.Equal("9", await Body(late));
        Assert.Equal([[1], [2, 3]], gate.Calls);
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 10)]
    [InlineData(4, -1)]
    public void Limits_that_are_none_are_refused(int size, int delay) => Assert.Throws<ArgumentOutOfRangeException>(() =>
        new BatchOptions { MaxBatchSize = size, MaxBatchDelayMilliseconds = delay });

    [Theory]
    [InlineData(65, 64, false)]
    [InlineData(64, 64, true)]
    public void A_batch_fits_into_the_queue(int size, int queue, bool fits)
    {
        var declared = Record.Exception(() => new EasServiceBuilder<Scripted>().PredictBatch<int, int>(
            "/",
            static (_, batch, _) => batch,
            new() { MaxBatchSize = size, MaxQueue = queue }));

        if (fits)
            Assert.Null(declared);
        else
            Assert.StartsWith(
                "A batch of 65 never fills, because MaxQueue lets only 64 requests wait;",
                Assert.IsType<ArgumentException>(declared).Message,
                StringComparison.Ordinal);
    }

    private static Task<App> Squaring(Gate<int> gate, BatchOptions options, EasServiceDescription? description = null) => App.Start(
        service => service.PredictBatchAsync<int, int>("/", async (_, batch, token) =>
        {
            await gate.Pass(batch, token);
            return Array.ConvertAll(batch, static number => number * number);
        }, options),
        description);

    /// <summary>Sends requests one after the other, so that they wait in this order.</summary>
    private static async Task<Task<HttpResponseMessage>[]> Wait(App app, params int[] numbers)
    {
        var calls = new List<Task<HttpResponseMessage>>();
        var before = (int)app.Queued();
        foreach (var number in numbers)
        {
            calls.Add(app.Client.PostText("/", Text(number)));
            await app.UntilQueued(before + calls.Count);
        }
        return [.. calls];
    }

    private static Task<string[]> Bodies(IEnumerable<Task<HttpResponseMessage>> calls) => Task.WhenAll(calls.Select(Body));

    private static async Task<string> Body(Task<HttpResponseMessage> call)
    {
        using var response = await call;
        return await response.Content.ReadAsStringAsync();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
