using System.Net;
using EasGen.AspNetCore.Calls;
using EasGen.AspNetCore.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace EasGen.AspNetCore.Tests;

public class PredictThreadTests
{
    private static int Turns => Math.Max(16, 2 * Environment.ProcessorCount);

    [Fact]
    public async Task A_synchronous_method_keeps_a_thread_for_each_of_its_calls()
    {
        await using var app = await App.Start(static service =>
        {
            service.Predict<int, int>("/", static (_, number, _) => number, new() { MaxConcurrency = 3 });
            service.Predict<int, int>("/other", static (_, number, _) => number);
        });

        Assert.Equal(3 + Environment.ProcessorCount, Kept(app));
    }

    [Fact]
    public async Task Asynchronous_methods_share_those_of_their_turns()
    {
        await using var app = await App.Start(static service =>
        {
            service.PredictAsync<int, int>("/", static (_, number, _) => new(number));
            service.PredictAsync<int, int>("/other", static (_, number, _) => new(number));
            service.Predict<int, int>("/sync", static (_, number, _) => number, new() { MaxConcurrency = 3 });
            service.PredictAsync<int, int>("/third", static (_, number, _) => new(number), new() { MaxConcurrency = 2 });
            service.PredictStream<int, int>("/stream", static (_, number, _) => new(new[] { number }.ToAsyncEnumerable()));
        });

        Assert.Equal(3 + Turns, Kept(app));
        Assert.Equal(Turns, app.Services.GetRequiredService<PredictThreads>().Turns.CurrentCount);
    }

    [Fact]
    public void What_belongs_to_a_method_goes_with_the_app()
    {
        var threads = new PredictThreads(new RunningCalls());
        using var part = new MemoryStream();
        threads.Own(part);
        var places = threads.PlacesFor(isSynchronous: true, new() { MaxConcurrency = 1 })!;

        threads.Dispose();

        Assert.False(part.CanRead);
        Assert.Throws<ObjectDisposedException>(() => places.AttemptAcquire());
        Assert.Throws<ObjectDisposedException>(() => threads.Turns.Wait(0));
    }

    [Fact]
    public async Task Who_gets_no_turn_in_time_leaves_its_place_free()
    {
        await using var app = await App.Start(
            static service => service.PredictAsync<int, int>("/", static (_, number, _) => new(number), new() { MaxConcurrency = 1 }),
            App.Plain with { RequestTimeoutMilliseconds = 1500 });
        var turns = app.Services.GetRequiredService<PredictThreads>().Turns;
        for (var i = 0; i < Turns; i++)
            await turns.WaitAsync();

        using var late = await app.Client.PostText("/", "7");
        turns.Release(Turns);
        using var next = await app.Client.PostText("/", "8");

        await late.Problem(HttpStatusCode.RequestTimeout);
        Assert.Equal("8", await next.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Who_waits_for_a_place_takes_no_turn()
    {
        using var gate = new Gate<int>();
        await using var app = await App.Start(service =>
        {
            service.PredictAsync<int, int>(
                "/",
                async (_, number, cancellationToken) => { await gate.Pass([number], cancellationToken); return number; },
                new() { MaxConcurrency = 1, MaxQueue = Turns + 1 });
            service.PredictAsync<int, int>("/other", static (_, number, _) => new(number));
        });
        var waiting = Enumerable.Range(0, Turns + 1).Select(number => app.Client.PostText("/", $"{number}")).ToArray();
        await app.Until(app => app.InFlight == Turns + 1 && gate.Calls.Length == 1);
        // A request is in flight before it asks for its place; a moment later all of them have asked.
        await Task.Delay(200);

        using var other = await app.Client.PostText("/other", "7").WaitAsync(TimeSpan.FromSeconds(30));
        gate.Open(Turns + 1);

        Assert.Equal("7", await other.Content.ReadAsStringAsync());
        foreach (var response in await Task.WhenAll(waiting))
            response.Dispose();
    }

    [Fact]
    public async Task An_answer_that_comes_too_late_is_none()
    {
        Assert.Equal(7, await Task.FromResult(7).InTime(CancellationToken.None));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Task.FromResult(7).InTime(new CancellationToken(canceled: true)));
    }

    private static int Kept(App app) => app.Services.GetRequiredService<PredictThreads>().Kept;
}
