using System.Globalization;
using System.Net;
using System.Text;
using EasGen.AspNetCore.Tests.Kit;
using Microsoft.AspNetCore.Http;

namespace EasGen.AspNetCore.Tests.Batches;

/// <summary>Callers that leave before their batch is done.</summary>
public class BatchCallerTests
{
    private static readonly BatchOptions OfFour = new() { MaxBatchSize = 4, MaxQueue = 4 };

    [Fact]
    public async Task One_that_leaves_while_it_waits_is_taken_out()
    {
        using var gate = new Gate<int>();
        await using var app = await App.Listen(service => Hold(service, gate));
        var running = app.Client.PostText("/", "1");
        await app.Until(_ => gate.Calls.Length == 1);
        using var leaving = new CancellationTokenSource();
        var gone = Send(app, 2, leaving.Token);
        await app.UntilQueued(1);
        var others = new[] { app.Client.PostText("/", "3"), app.Client.PostText("/", "4"), app.Client.PostText("/", "5") };
        await app.UntilQueued(4);

        await leaving.CancelAsync();
        await app.UntilQueued(3);
        // The place in the queue is free again.
        var late = app.Client.PostText("/", "6");
        await app.UntilQueued(4);
        gate.Open(2);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        foreach (var call in (Task<HttpResponseMessage>[])[running, .. others, late])
        {
            using var response = await call;
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
        Assert.Equal([3, 4, 5, 6], gate.Calls[1].Order());
    }

    [Fact]
    public async Task The_batch_goes_on_until_the_last_one_has_left()
    {
        using var gate = new Gate<int>();
        var cancelled = new TaskCompletionSource();
        await using var app = await App.Listen(service => Hold(service, gate, cancelled));
        var first = app.Client.PostText("/", "1");
        await app.Until(_ => gate.Calls.Length == 1);
        using var one = new CancellationTokenSource();
        using var other = new CancellationTokenSource();
        var calls = new[] { Send(app, 2, one.Token), Send(app, 3, other.Token) };
        await app.UntilQueued(2);
        gate.Open();
        await app.Until(_ => gate.Calls.Length == 2);
        (await first).Dispose();

        await one.CancelAsync();
        await app.Until(static app => app.InFlight == 1);
        Assert.False(cancelled.Task.IsCompleted);
        await other.CancelAsync();
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(30));

        foreach (var call in calls)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        // The place of the batch is free again; the cancelled call may still take one of the two passes.
        gate.Open(2);
        using var next = await app.Client.PostText("/", "4");
        Assert.Equal("4", await next.Content.ReadAsStringAsync());
        Assert.Empty(app.Log.Warnings);
    }

    [Fact]
    public async Task One_that_leaves_while_its_batch_runs_changes_nothing_for_the_others()
    {
        using var gate = new Gate<int>();
        await using var app = await App.Listen(service => Hold(service, gate));
        var first = app.Client.PostText("/", "1");
        await app.Until(_ => gate.Calls.Length == 1);
        using var leaving = new CancellationTokenSource();
        var gone = Send(app, 2, leaving.Token);
        await app.UntilQueued(1);
        var stays = app.Client.PostText("/", "3");
        await app.UntilQueued(2);
        gate.Open();
        await app.Until(_ => gate.Calls.Length == 2);

        await leaving.CancelAsync();
        await app.Until(static app => app.InFlight == 1);
        gate.Open();

        (await first).Dispose();
        using var response = await stays;
        Assert.Equal("3", await response.Content.ReadAsStringAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        Assert.Equal([2, 3], gate.Calls[1]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_fails_when_nobody_waits_any_more_is_no_error(bool isBlame)
    {
        var begun = new TaskCompletionSource();
        await using var app = await App.Listen(service => service.PredictBatchAsync<int, int>("/", async (_, batch, token) =>
        {
            if (batch[0] != 1)
                return batch;
            begun.SetResult();
            var left = new TaskCompletionSource();
            await using var leave = token.Register(left.SetResult);
            await left.Task;
            throw isBlame ? new BadHttpRequestException("no") : new InvalidOperationException("no");
        }, OfFour));
        using var leaving = new CancellationTokenSource();
        var gone = Send(app, 1, leaving.Token);
        await begun.Task;

        await leaving.CancelAsync();
        await app.Log.WaitFor("too late for its caller");
        // Once its place is free, all is said.
        using var next = await app.Client.PostText("/", "2");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
        Assert.Empty(app.Log.Warnings);
    }

    private static void Hold(EasServiceBuilder<Scripted> service, Gate<int> gate, TaskCompletionSource? cancelled = null) =>
        service.PredictBatchAsync<int, int>("/", async (_, batch, token) =>
        {
            token.Register(() => cancelled?.SetResult());
            await gate.Pass(batch, token);
            return batch;
        }, OfFour);

    private static async Task Send(App app, int number, CancellationToken cancellationToken)
    {
        using var content = new StringContent(number.ToString(CultureInfo.InvariantCulture), Encoding.UTF8, "application/json");
        using var response = await app.Client.PostAsync(new Uri("/", UriKind.Relative), content, cancellationToken);
    }
}
