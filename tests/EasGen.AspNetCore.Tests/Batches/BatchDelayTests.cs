using System.Diagnostics;
using System.Text;
using EasGen.AspNetCore.Tests.Kit;

namespace EasGen.AspNetCore.Tests.Batches;

/// <summary>Whether a request waits for others that may come.</summary>
public class BatchDelayTests
{
    private const int TenMinutes = 600_000;

    [Fact]
    public async Task A_single_caller_does_not_wait()
    {
        using var gate = new Gate<int>();
        await using var app = await Noting(gate, TenMinutes);

        for (var call = 0; call < 3; call++)
            (await app.Client.PostText("/", "1")).Dispose();

        Assert.Equal([[1], [1], [1]], gate.Calls);
    }

    [Fact]
    public async Task As_many_are_awaited_as_were_there_before()
    {
        using var gate = new Gate<int>();
        await using var app = await Noting(gate, TenMinutes);
        await RunTogether(app, gate, callers: 3);

        var callers = new List<Task<HttpResponseMessage>>();
        for (var caller = 1; caller <= 2; caller++)
        {
            callers.Add(app.Client.PostText("/", "7"));
            await app.UntilQueued(caller);
        }
        Assert.Equal(2, gate.Calls.Length);
        callers.Add(app.Client.PostText("/", "7"));

        foreach (var caller in callers)
            (await caller).Dispose();
        Assert.Equal([7, 7, 7], gate.Calls[^1]);
    }

    [Fact]
    public async Task A_full_batch_runs_at_once()
    {
        using var gate = new Gate<int>();
        await using var app = await Noting(gate, TenMinutes);

        var calls = await HoldFirst(app, gate, others: 8);
        gate.Open();
        foreach (var call in calls)
            (await call).Dispose();

        Assert.Equal([1, 4, 4], gate.Calls.Select(static call => call.Length));
    }

    [Fact]
    public async Task Those_who_do_not_come_are_awaited_for_the_delay_alone()
    {
        using var gate = new Gate<int>();
        await using var app = await Noting(gate, delay: 2000);
        await RunTogether(app, gate, callers: 4);
        await Task.Delay(500);

        var asked = Stopwatch.GetTimestamp();
        using var alone = await app.Client.PostText("/", "7");
        var waited = Stopwatch.GetElapsedTime(asked);
        using var again = await app.Client.PostText("/", "8");

        Assert.InRange(waited.TotalMilliseconds, 2000, double.MaxValue);
        Assert.Equal([[7], [8]], gate.Calls[^2..]);
    }

    [Fact]
    public async Task Those_who_did_not_come_back_in_time_are_not_awaited()
    {
        using var gate = new Gate<int>();
        await using var app = await Noting(gate, delay: 2500, limit: 2000);
        await RunTogether(app, gate, callers: 4);
        await Task.Delay(2600);

        using var alone = await app.Client.PostText("/", "7");

        Assert.Equal(System.Net.HttpStatusCode.OK, alone.StatusCode);
    }

    [Fact]
    public async Task One_that_leaves_is_awaited_by_nobody()
    {
        using var gate = new Gate<int>();
        await using var app = await Noting(gate, delay: 4000, limit: 2000);
        await RunTogether(app, gate, callers: 4);

        using var alone = await app.Client.PostText("/", "7");

        await alone.Problem(System.Net.HttpStatusCode.RequestTimeout);
        await app.UntilQueued(0);
        Assert.Equal(2, gate.Calls.Length);
    }

    [Fact]
    public async Task One_that_has_left_is_none_that_came()
    {
        using var gate = new Gate<int>();
        await using var app = await Noting(gate, TenMinutes);
        await RunTogether(app, gate, callers: 2);
        using var leaving = new CancellationTokenSource();
        using var content = new StringContent("6", Encoding.UTF8, "application/json");
        var gone = app.Client.PostAsync(new Uri("/", UriKind.Relative), content, leaving.Token);
        await app.UntilQueued(1);
        await leaving.CancelAsync();
        await app.UntilQueued(0);

        var second = app.Client.PostText("/", "7");
        await app.UntilQueued(1);
        var third = app.Client.PostText("/", "8");

        (await second).Dispose();
        (await third).Dispose();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        Assert.Equal([7, 8], gate.Calls[^1]);
    }

    [Fact]
    public async Task The_delay_counts_from_when_a_batch_may_run()
    {
        using var gate = new Gate<int>();
        await using var app = await Noting(gate, delay: 1500);
        var calls = await HoldFirst(app, gate, others: 1);
        await Task.Delay(1600);

        var opened = Stopwatch.GetTimestamp();
        gate.Open();
        foreach (var call in calls)
            (await call).Dispose();

        Assert.InRange(Stopwatch.GetElapsedTime(opened).TotalMilliseconds, 1500, double.MaxValue);
    }

    [Fact]
    public async Task Without_a_delay_none_waits()
    {
        using var gate = new Gate<int>();
        await using var app = await Noting(gate, delay: 0);
        var calls = await HoldFirst(app, gate, others: 3);
        gate.Open();
        foreach (var call in calls)
            (await call).Dispose();

        using var alone = await app.Client.PostText("/", "7");

        Assert.Equal([[0], [5, 5, 5], [7]], gate.Calls);
    }

    /// <summary>One caller is answered while others wait, and comes back: they are a batch.</summary>
    private static async Task RunTogether(App app, Gate<int> gate, int callers)
    {
        var calls = await HoldFirst(app, gate, callers - 1);
        gate.Open();
        (await calls[0]).Dispose();
        calls[0] = app.Client.PostText("/", "5");
        foreach (var call in calls)
            (await call).Dispose();
        Assert.Equal(callers, gate.Calls[1].Length);
    }

    /// <summary>One call is held, and others wait.</summary>
    private static async Task<List<Task<HttpResponseMessage>>> HoldFirst(App app, Gate<int> gate, int others)
    {
        var calls = new List<Task<HttpResponseMessage>> { app.Client.PostText("/", "0") };
        await app.Until(_ => gate.Calls.Length == 1);
        for (var caller = 1; caller <= others; caller++)
        {
            calls.Add(app.Client.PostText("/", "5"));
            await app.UntilQueued(caller);
        }
        return calls;
    }

    private static Task<App> Noting(Gate<int> gate, int delay, int? limit = null) => App.Start(
        service => service.PredictBatchAsync<int, int>("/", async (_, batch, token) =>
        {
            if (batch[0] == 0)
                await gate.Pass(batch, token);
            else
                gate.Note(batch);
            return batch;
        }, new() { MaxBatchSize = 4, MaxBatchDelayMilliseconds = delay }),
        App.Plain with { RequestTimeoutMilliseconds = limit });
}
